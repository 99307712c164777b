import type { Tx } from "@covenant/db";
import {
  type AccountFacts,
  accountFacts,
  type CaseId,
  type MemberId,
  Refusal,
  type StorefrontId,
} from "@covenant/domain";
import { type CaseRow, lockCase } from "./lock-case.ts";
import { lockConductOf } from "./open-account-case.ts";

/** A case about an account, with its facts read. */
export type AccountCase = Omit<CaseRow, "id" | "memberId" | "storefront" | "facts"> & {
  id: CaseId;
  memberId: MemberId;
  storefront: StorefrontId;
  facts: AccountFacts;
};

/** @throws Refusal "thing/not-found" for no case, and for one that is not about an account. */
export function requireAccountCase(row: CaseRow | null): AccountCase {
  if (row === null || row.kind !== "account") throw new Refusal("thing/not-found", { thing: "case" });
  return {
    ...row,
    id: row.id as CaseId,
    memberId: row.memberId as MemberId,
    storefront: row.storefront as StorefrontId,
    facts: accountFacts.parse(row.facts),
  };
}

/** Locks the member's conduct and then the case, in the order in which every command takes them. */
export async function lockAccountCase(tx: Tx, id: CaseId): Promise<AccountCase> {
  const found = requireAccountCase(await tx.rows.case.findUnique({ where: { id } }));
  await lockConductOf(tx, found.memberId);
  return requireAccountCase(await lockCase(tx, id));
}
