import type { RulingView } from "@covenant/domain";
import { Card, Disclosure } from "@covenant/ui";
import { ClauseQuote } from "../shell/ClauseQuote.tsx";
import { groupRulings } from "./group-rulings.ts";

const titles = {
  admission: "May it start",
  promptScreening: "Is it allowed",
  settlement: "Who pays",
  retention: "How long the files live",
  sanction: "Does it count against you",
  appeal: "Review and appeal",
  orderRefund: "Does money go back",
  cancellation: "When a subscription ends",
  priceChange: "What a new price asks for",
  creditExpiry: "When credits expire",
  takedownNotice: "What happens on a notice",
  counterNotice: "What happens on a counter-notice",
  dataRequest: "What is done on a request about data",
  supportDeadline: "When support answers",
  liabilityCap: "What can be owed for a loss",
  termsAcceptance: "Which terms hold",
  conduct: "Whether conduct breaks the rules",
  ladder: "What follows for your account",
  suspensionNotice: "How you are told",
  termination: "How the account is closed",
} as const satisfies Record<RulingView["question"], string>;

type Rulings = {
  readonly rulings: readonly RulingView[];
  /** Whether what they came to was undone: they then say what was, and no longer what is. */
  readonly isOverturned: boolean;
};

/** Every ruling of a generation: each question once, its answers in plain words, the clauses they rest on. */
export function RulingList({ rulings, isOverturned }: Rulings) {
  if (rulings.length === 0) return null;
  return (
    <Card title="Why, by clause">
      <div className="flex flex-col gap-3">
        {isOverturned && (
          <p className="text-ui font-normal text-muted">
            The block is undone. What was ruled before the review stays on record as it was written, and counts no more.
          </p>
        )}
        {groupRulings(rulings).map(({ question, answers }) => (
          <Disclosure key={question} title={titles[question]}>
            <ol className="flex flex-col gap-5 text-ui">
              {answers.map((answer) => (
                <li key={answer.explanation}>
                  <Answer ruling={answer} />
                </li>
              ))}
            </ol>
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}

function Answer({ ruling: { explanation, clauses } }: { ruling: RulingView }) {
  return (
    <div className="flex flex-col gap-3">
      <p>{explanation}</p>
      <ul className="flex flex-col gap-2">
        {clauses.map((clause) => (
          <ClauseQuote key={clause.id} clause={clause} />
        ))}
      </ul>
    </div>
  );
}
