import type { AppealState, OwnAppeal } from "@covenant/domain";
import { Banner, Card, dayText, exactTime } from "@covenant/ui";

const sentences = {
  received: "It waits for somebody who had no part in the decision.",
  looking: "Somebody who had no part in the decision is looking at it.",
  decided: "It has been answered.",
} as const satisfies Record<AppealState, string>;

/** How an appeal stands: received, being looked at, or answered with reasons and what came back. */
export function AppealStatus({ appeal }: { appeal: OwnAppeal }) {
  const { outcome, reasons, receipts, decidedAt, state, words, receivedAt, dueAt } = appeal;
  return (
    <>
      {outcome === null ? (
        <Banner tone="info" title={sentences[state]}>
          It is answered by {dayText(dueAt)}, with reasons. You are told by mail.
        </Banner>
      ) : (
        <Banner
          tone={outcome === "upheld" ? "ok" : "neutral"}
          title={outcome === "upheld" ? "You were right: the decision is undone." : "The decision stands."}
        >
          {decidedAt !== null && exactTime(decidedAt)}
        </Banner>
      )}
      {outcome !== null && (
        <Card title="The answer">
          <div className="flex flex-col gap-3">
            <p className="measure text-ui font-normal whitespace-pre-wrap wrap-anywhere">{reasons}</p>
            <ul className="flex list-disc flex-col gap-1 pl-4 text-ui font-normal">
              {receipts.map((receipt) => (
                <li key={receipt}>{receipt}</li>
              ))}
            </ul>
          </div>
        </Card>
      )}
      <Card title="What you wrote">
        <div className="flex flex-col gap-2">
          <blockquote className="measure border-l-2 pl-3 text-ui font-normal whitespace-pre-wrap wrap-anywhere">
            {words}
          </blockquote>
          <p className="text-small text-muted">{exactTime(receivedAt)}</p>
        </div>
      </Card>
    </>
  );
}
