import type { RulingView } from "@covenant/domain";
import { Card, Disclosure } from "@covenant/ui";
import { ClauseQuote } from "../shell/ClauseQuote.tsx";

const titles = {
  admission: "May it start",
  promptScreening: "Is the prompt allowed",
  settlement: "Who pays",
  retention: "How long the files live",
  sanction: "Does it count against you",
  appeal: "What a person decided",
} as const satisfies Record<RulingView["question"], string>;

/** Every ruling of a generation: the question, the answer in plain words, the clauses it rests on. */
export function RulingList({ rulings }: { rulings: readonly RulingView[] }) {
  if (rulings.length === 0) return null;
  return (
    <Card title="Why, by clause">
      <div className="flex flex-col gap-3">
        {rulings.map((ruling) => (
          <Disclosure key={`${ruling.question}${ruling.outcome}`} title={titles[ruling.question]}>
            <div className="flex flex-col gap-3 text-ui">
              <p>{ruling.explanation}</p>
              <ul className="flex flex-col gap-2">
                {ruling.clauses.map((clause) => (
                  <ClauseQuote key={clause.id} clause={clause} />
                ))}
              </ul>
            </div>
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}
