import type { ApiKeyView, MemberActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { spentThisMonth } from "./spent-this-month.ts";
import { viewApiKey } from "./view-api-key.ts";

/** A member's keys with what each took this month, newest first, revoked ones included. */
export async function listApiKeys(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { memberId }: MemberActor,
): Promise<ApiKeyView[]> {
  const rows = await db.rows.apiKey.findMany({ where: { memberId }, orderBy: { id: "desc" }, take: 100 });
  const spent = await spentThisMonth(
    db,
    rows.map(({ id }) => id),
    clock.now(),
  );
  return rows.map((row) => viewApiKey(row, spent.get(row.id) ?? 0));
}
