import { formatCredits, type QuoteView } from "@covenant/domain";
import { Disclosure } from "@covenant/ui";
import { ClauseQuote } from "../shell/ClauseQuote.tsx";
import { balanceAfter } from "./balance-after.ts";

/** What a press on the button will mean: the balance after, the time, how long the files live, who pays if it fails. */
export function QuoteNote({ quote, count = 1 }: { quote: QuoteView | null; count?: number }) {
  if (quote === null) return null;
  const left = balanceAfter(quote, count);
  const short = left < 0;
  return (
    <div className="flex flex-col gap-2 text-small text-muted">
      <p className="tabular">
        {short ? `Your balance is ${formatCredits(-left)} short.` : `${formatCredits(left)} left afterwards.`} Usually
        takes about {quote.expectedSeconds} s.
      </p>
      <p>{quote.retention.sentence}</p>
      <Disclosure title="Who pays if something goes wrong">
        <ul className="flex flex-col gap-3">
          {quote.charges.map((charge) => (
            <li key={charge.when} className="flex flex-col gap-1">
              <span className="font-medium text-text">{charge.when}</span>
              <span>{charge.sentence}</span>
              <ul>
                {charge.clauses.map((clause) => (
                  <ClauseQuote key={clause.id} clause={clause} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
