import { isId } from "@covenant/domain";
import { TextLink } from "@covenant/ui";
import { paths } from "../paths.ts";
import { ShortId } from "../shell/ShortId.tsx";

/** An id with the way to what the ledger, or else the record of acts, has on it. A sanction's entry leads to its case. */
export function LedgerLink({ id }: { id: string }) {
  if (isId("sanction", id)) return <ShortId id={id} />;
  return (
    <TextLink href={hrefOf(id)}>
      <ShortId id={id} />
    </TextLink>
  );
}

function hrefOf(id: string): string {
  if (isId("case", id)) return paths.case(id);
  const isInLedger = isId("member", id) || isId("order", id) || isId("hold", id) || isId("generation", id);
  return isInLedger ? paths.ledger({ find: id }) : paths.acts(id);
}
