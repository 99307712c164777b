import type { CaseId, CaseView } from "@covenant/domain";
import { LinkButton, RelativeTime, StatusBadge, useShortcuts } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { Quote } from "../shell/Quote.tsx";
import { outcomeLooks } from "./case-words.ts";

type DecisionNoteProps = { caseId: CaseId; decision: NonNullable<CaseView["decision"]> };

/** The answer as it was given: what, by whom, when and why; and the way to the next case. */
export function DecisionNote({ caseId, decision: { outcome, by, note, at } }: DecisionNoteProps) {
  const look = outcomeLooks[outcome];
  return (
    <div className="flex flex-col items-start gap-3">
      <StatusBadge tone={look.tone}>{look.label}</StatusBadge>
      <Quote text={note} />
      <p className="text-small text-muted">
        {by}, <RelativeTime at={at} />. A decision is not edited; what follows is added.
      </p>
      <NextCase after={caseId} />
    </div>
  );
}

function NextCase({ after }: { after: CaseId }) {
  const router = useRouter();
  const { data: queue } = useQuery(api.cases.list.queryOptions({ state: "open" }));
  const href = hrefOf(queue?.rows.find(({ id }) => id !== after)?.id);
  useShortcuts([{ keys: "n", label: "Next open case", group: "Decision", run: () => void router.navigate({ href }) }]);
  return (
    <LinkButton href={href} size="small">
      {href === paths.cases() ? "Back to the queue" : "Next open case"}
    </LinkButton>
  );
}

function hrefOf(next: CaseId | undefined): string {
  return next === undefined ? paths.cases() : paths.case(next);
}
