import { type CaseView, refusalOf } from "@covenant/domain";
import { Banner, Card } from "@covenant/ui";
import { presentFailure } from "../api/present-refusal.ts";
import { AppealBanner } from "./AppealBanner.tsx";
import { DecisionForm } from "./DecisionForm.tsx";
import { DecisionNote } from "./DecisionNote.tsx";
import { useDecide } from "./use-decide.ts";

/** The one place where a case is answered: the question while it is open, the answer once it is given. */
export function DecisionCard({ view }: { view: CaseView }) {
  const decide = useDecide();
  const { decision } = view;
  const isBeaten = refusalOf(decide.error)?.code === "case/already-decided";
  const { title, detail } = presentFailure(decide.error);
  return (
    <Card title={decision === null ? "Decide" : "Decision"}>
      <div className="flex flex-col gap-4">
        {isBeaten && decision !== null && (
          <Banner tone="warn" title={title}>
            {detail}
          </Banner>
        )}
        <AppealBanner appeal={view.appeal} />
        {decision === null ? (
          view.appeal === null && <DecisionForm view={view} decide={decide.mutateAsync} />
        ) : (
          <DecisionNote caseId={view.id} decision={decision} />
        )}
      </div>
    </Card>
  );
}
