import type { AppealFile } from "@covenant/domain";
import { Banner, Button, Card, RelativeTime, StatusBadge } from "@covenant/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { Quote } from "../shell/Quote.tsx";
import { AnswerForm } from "./AnswerForm.tsx";
import { answerLooks } from "./appeal-words.ts";

/** The answer: its form while the appeal waits, what was said when it is decided. */
export function AnswerCard({ view }: { view: AppealFile }) {
  if (view.decision !== null) return <Answered decision={view.decision} />;
  return (
    <>
      {view.against === null && view.state === "received" && <Take view={view} />}
      <Card title="Answer">
        <AnswerForm view={view} />
      </Card>
    </>
  );
}

/** Tells the member that somebody looks. Anybody who had no part may answer, whether or not they took it up. */
function Take({ view: { id } }: { view: AppealFile }) {
  const queryClient = useQueryClient();
  const take = useMutation(
    api.appeals.take.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(api.appeals.pathFilter()),
    }),
  );
  return (
    <Card title="Take it up">
      <div className="flex flex-col items-start gap-3">
        <p className="text-small text-muted">The member sees that somebody is looking at it.</p>
        {take.error !== null && <Banner tone="bad" title={presentFailure(take.error).title} />}
        <Button isPending={take.isPending} onClick={() => take.mutate({ appealId: id })}>
          Take up this appeal
        </Button>
      </div>
    </Card>
  );
}

type AnsweredProps = { decision: NonNullable<AppealFile["decision"]> };

function Answered({ decision: { outcome, by, reasons, receipts, at } }: AnsweredProps) {
  const { label, tone } = answerLooks[outcome];
  return (
    <Card title="Answer">
      <div className="flex flex-col items-start gap-3">
        <StatusBadge tone={tone}>{label}</StatusBadge>
        <Quote text={reasons} />
        <ul className="flex list-disc flex-col gap-1 pl-4 text-ui font-normal">
          {receipts.map((receipt) => (
            <li key={receipt}>{receipt}</li>
          ))}
        </ul>
        <p className="text-small text-muted">
          {by}, <RelativeTime at={at} />. An answer is not edited.
        </p>
      </div>
    </Card>
  );
}
