import { formatMonth, type StatementView } from "@covenant/domain";
import { Code, CopyButton, Disclosure, KeyValue } from "@covenant/ui";

/** What a statement can be held against: which entries it is made of, and the hash that covers them and all before. */
export function StatementProof({ statement }: { statement: StatementView }) {
  const { versions, head, month, zone } = statement;
  const range = versions === null ? `None in ${formatMonth(month)}` : `${versions.first} to ${versions.last}`;
  return (
    <Disclosure title="What this statement can be checked by">
      <KeyValue
        facts={[
          { label: "Calendar", value: zone },
          { label: "Entries, without a gap", value: range },
          { label: "Hash of the last entry", value: head === null ? "No entry yet" : <Head hash={head} /> },
        ]}
      />
      <p className="measure pt-3 text-small text-muted">
        The balances are those of single entries and the sums are of all of them; a statement of which the two do not
        agree is not shown. An entry's hash covers the entry before it, so nothing earlier can be changed without
        changing this one.
      </p>
    </Disclosure>
  );
}

function Head({ hash }: { hash: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <span className="min-w-0 wrap-anywhere">
        <Code>{hash}</Code>
      </span>
      <CopyButton value={hash} label="Copy the hash" />
    </span>
  );
}
