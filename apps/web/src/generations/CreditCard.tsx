import type { CreditLine } from "@covenant/domain";
import { Card, RelativeTime, TextLink } from "@covenant/ui";
import { paths } from "../paths.ts";

/** What happened to the credits: sentences made of ledger entries. */
export function CreditCard({ lines }: { lines: readonly CreditLine[] }) {
  return (
    <Card title="Credits" actions={<TextLink href={paths.billing}>Statement</TextLink>}>
      <ol className="flex flex-col gap-2 text-ui">
        {lines.map((line) => (
          <li key={`${line.kind}${line.at}`} className="flex items-baseline justify-between gap-3">
            <span className="tabular">{line.sentence}</span>
            {line.at !== null && (
              <span className="shrink-0 text-small text-muted">
                <RelativeTime at={line.at} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
