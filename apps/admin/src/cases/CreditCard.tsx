import { type CaseView, strikeLooks } from "@covenant/domain";
import { Card, RelativeTime, StatusBadge } from "@covenant/ui";

/** Where the credits and the strike stand now: what an answer would move. */
export function CreditCard({ view: { creditLines, strike } }: { view: CaseView }) {
  return (
    <Card title="Where it stands">
      <div className="flex flex-col gap-3">
        <ol className="flex flex-col gap-2 text-ui font-normal">
          {creditLines.map(({ kind, sentence, at }) => (
            <li key={`${kind}${at}`} className="flex items-baseline justify-between gap-3">
              <span className="tabular">{sentence}</span>
              {at !== null && kind !== "under-review" && (
                <span className="shrink-0 text-small text-muted">
                  <RelativeTime at={at} />
                </span>
              )}
            </li>
          ))}
        </ol>
        {strike === null ? (
          <p className="text-ui font-normal text-muted">No strike was recorded.</p>
        ) : (
          <div className="flex items-center justify-between gap-3">
            <span className="text-ui font-normal tabular">A strike of weight {strike.weight}</span>
            <StatusBadge tone={strikeLooks[strike.state].tone}>{strikeLooks[strike.state].label}</StatusBadge>
          </div>
        )}
      </div>
    </Card>
  );
}
