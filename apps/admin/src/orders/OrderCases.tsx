import type { OrderFile } from "@covenant/domain";
import { Card, StatusBadge, TextLink } from "@covenant/ui";
import { paths } from "../paths.ts";
import { caseTitles } from "./order-words.ts";

/** The cases about the order's money; nothing where there is none. */
export function OrderCases({ cases }: { cases: OrderFile["cases"] }) {
  if (cases.length === 0) return null;
  return (
    <Card title="Cases">
      <ul className="flex flex-col gap-2">
        {cases.map(({ id, kind, state }) => (
          <li key={id} className="flex items-baseline justify-between gap-3 text-ui">
            <TextLink href={paths.case(id)}>{caseTitles[kind]}</TextLink>
            <StatusBadge tone={state === "open" ? "info" : "neutral"}>
              {state === "open" ? "Open" : "Closed"}
            </StatusBadge>
          </li>
        ))}
      </ul>
    </Card>
  );
}
