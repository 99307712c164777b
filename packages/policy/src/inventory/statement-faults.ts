import { type RecipientId, recipientIds } from "@covenant/domain";
import { recipientsOf, type Shop, sharesOf } from "./inventory-of.ts";
import type { Share } from "./privacy-statement.ts";
import { recipients } from "./recipients.ts";

/** Where a storefront's clauses and the register disagree about who receives data, or about what keeps its records. */
export function statementFaults(shop: Shop): string[] {
  const { terms, privacy } = shop;
  const here = recipientsOf(shop);
  const shares = sharesOf(shop);
  const named = new Set(shares.flatMap(namesOf));
  const missing = Object.values(privacy.keeps).filter((clause) => !terms.clauseById.has(clause));
  return [
    ...[...new Set(missing)].map((clause) => `${clause} is said to keep records, and does not exist`),
    ...here.filter((id) => !named.has(id)).map((id) => `${recipients[id].name} receives data, and no clause says so`),
    ...shares.flatMap((share) =>
      namesOf(share)
        .filter((id) => !here.includes(id))
        .map((id) => `${share.clause} names ${recipients[id].name}, who receives nothing`),
    ),
    ...shares.flatMap((share) => unspoken(shop, share)),
  ];
}

/** Words that a clause is said to have and has not. */
function unspoken({ terms }: Shop, { clause, names }: Share): string[] {
  const text = terms.clauseById.get(clause)?.text ?? "";
  return Object.values(names)
    .filter((words) => !text.includes(words))
    .map((words) => `${clause} is said to speak of “${words}”, and does not`);
}

function namesOf({ names }: Share): RecipientId[] {
  return recipientIds.filter((id) => names[id] !== undefined);
}
