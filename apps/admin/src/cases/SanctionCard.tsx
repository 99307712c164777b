import type { AccountCaseView } from "@covenant/domain";
import { Card, Disclosure, RelativeTime, StatusBadge } from "@covenant/ui";
import { Quote } from "../shell/Quote.tsx";
import { AppealBanner } from "./AppealBanner.tsx";
import { outcomeLooks } from "./case-words.ts";
import { DismissForm } from "./DismissForm.tsx";
import { SanctionForm } from "./SanctionForm.tsx";

/** The answer to a case about an account: the proposed sanction while it is open, what was decided when it is not. */
export function SanctionCard({ view }: { view: AccountCaseView }) {
  if (view.decision !== null) return <Decided view={view} decision={view.decision} />;
  return (
    <>
      <Card title="Confirm">
        <SanctionForm caseId={view.id} />
      </Card>
      <Card title="Or dismiss">
        <Disclosure title="Nothing was found">
          <DismissForm caseId={view.id} />
        </Disclosure>
      </Card>
    </>
  );
}

type DecidedProps = { view: AccountCaseView; decision: NonNullable<AccountCaseView["decision"]> };

function Decided({ view: { outcome, appeal }, decision: { by, note, at } }: DecidedProps) {
  const look = outcomeLooks[outcome ?? "closed"];
  return (
    <Card title="Decision">
      <div className="flex flex-col items-start gap-3">
        <AppealBanner appeal={appeal} />
        <StatusBadge tone={look.tone}>{look.label}</StatusBadge>
        <Quote text={note} />
        <p className="text-small text-muted">
          {by}, <RelativeTime at={at} />. A decision is not edited; what follows is added.
        </p>
      </div>
    </Card>
  );
}
