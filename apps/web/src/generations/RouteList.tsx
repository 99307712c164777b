import { type AttemptView, choiceWords } from "@covenant/domain";
import { Disclosure } from "@covenant/ui";

const outcomes = {
  "under-way": "under way",
  delivered: "delivered",
  failed: "failed",
} as const satisfies Record<AttemptView["outcome"], string>;

/** Where each try ran and why there; nothing where nothing was sent. */
export function RouteList({ attempts }: { attempts: readonly AttemptView[] }) {
  if (attempts.length === 0) return null;
  return (
    <Disclosure title="Where it ran, and why there">
      <ol className="flex flex-col gap-3">
        {attempts.map((attempt) => (
          <li key={attempt.number} className="flex flex-col gap-1 text-small">
            <span className="font-medium">
              Try {attempt.number}, {outcomes[attempt.outcome]}
            </span>
            {choiceWords(attempt).map((line) => (
              <span key={line} className="text-muted wrap-anywhere">
                {line}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
