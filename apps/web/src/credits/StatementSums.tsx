import { changesOf, entryWords, formatMonth, type StatementView, type WalletView } from "@covenant/domain";
import { change, figure } from "./figure.ts";

const buckets = [
  { id: "available", label: "Available" },
  { id: "held", label: "Held" },
  { id: "frozen", label: "Frozen" },
] as const satisfies readonly { id: keyof WalletView; label: string }[];

type Bucket = (typeof buckets)[number];

/** How a month led from one balance to the other: a sum, which the reader can do again. */
export function StatementSums({ statement }: { statement: StatementView }) {
  const { month, isOver, opening, closing, totals } = statement;
  const lines = totals.map((total) => ({
    key: `${total.kind} ${total.from} ${total.to}`,
    words: total.entries === 1 ? entryWords(total) : `${entryWords(total)} (${figure(total.entries)} entries)`,
    figures: changesOf(total),
  }));
  const shown = buckets.filter(
    ({ id }) =>
      id !== "frozen" || [opening, closing, ...lines.map(({ figures }) => figures)].some(({ frozen }) => frozen !== 0),
  );
  return (
    <div className="min-w-0 rounded-card border bg-surface px-4 py-2">
      <table className="w-full text-ui font-normal">
        <caption className="sr-only">Balance in {formatMonth(month)}</caption>
        <thead>
          <tr className="text-small text-muted">
            <td />
            {shown.map(({ id, label }) => (
              <th key={id} scope="col" className="w-24 py-1.5 pl-3 text-right font-medium max-sm:w-16">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Total words={`At the beginning of ${formatMonth(month)}`} balance={opening} buckets={shown} />
          {lines.map(({ key, words, figures }) => (
            <tr key={key}>
              <th scope="row" className="py-1 text-left font-normal text-muted">
                {words}
              </th>
              {shown.map(({ id }) => (
                <td key={id} className="py-1 pl-3 text-right align-top tabular">
                  {change(figures[id])}
                </td>
              ))}
            </tr>
          ))}
          <Total words={isOver ? "At its end" : "Now"} balance={closing} buckets={shown} />
        </tbody>
      </table>
    </div>
  );
}

type TotalProps = { words: string; balance: WalletView; buckets: readonly Bucket[] };

function Total({ words, balance, buckets: shown }: TotalProps) {
  return (
    <tr className="border-y first:border-t-0 last:border-b-0">
      <th scope="row" className="py-1.5 text-left font-medium">
        {words}
      </th>
      {shown.map(({ id }) => (
        <td key={id} className="py-1.5 pl-3 text-right align-top font-medium tabular">
          {figure(balance[id])}
        </td>
      ))}
    </tr>
  );
}
