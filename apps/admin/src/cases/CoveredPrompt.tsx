import type { CaseId } from "@covenant/domain";
import { Banner, Button, Card } from "@covenant/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Eye, EyeOff } from "lucide-react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";

/** The member's words, covered until somebody asks for them by name. */
export function CoveredPrompt({ caseId }: { caseId: CaseId }) {
  const staff = useStaff();
  const queryClient = useQueryClient();
  const reveal = useMutation(
    api.cases.revealPrompt.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(api.acts.pathFilter()),
    }),
  );
  const uncover = (
    <Button
      size="small"
      icon={<Eye aria-hidden size={14} />}
      isPending={reveal.isPending}
      disabledReason={reasonWithout(staff, "case.reveal-prompt")}
      onClick={() => reveal.mutate({ caseId })}
    >
      Reveal the prompt
    </Button>
  );
  const cover = (
    <Button size="small" icon={<EyeOff aria-hidden size={14} />} onClick={() => reveal.reset()}>
      Cover it again
    </Button>
  );
  return (
    <Card title="Prompt" actions={reveal.isSuccess ? cover : uncover}>
      {reveal.isError && <Banner tone="bad" title={presentFailure(reveal.error).title} />}
      {reveal.isSuccess ? (
        <Revealed prompt={reveal.data.prompt} />
      ) : (
        <p className="text-ui font-normal text-muted">
          Covered: it may hold what the case is about. Looking at it is recorded as an act in your name.
        </p>
      )}
    </Card>
  );
}

function Revealed({ prompt }: { prompt: string | null }) {
  if (prompt === null)
    return (
      <p className="text-ui font-normal text-muted">
        There is none: it was never kept, or it is gone by its retention.
      </p>
    );
  return (
    <blockquote className="rounded-control bg-sunken px-4 py-3 text-body wrap-anywhere whitespace-pre-wrap">
      {prompt}
    </blockquote>
  );
}
