import { type ApiKeyId, type ApiKeyView, type MemberActor, Refusal } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { spentThisMonth } from "./spent-this-month.ts";
import { viewApiKey } from "./view-api-key.ts";

/** Revokes a key from the next call on. Revoking it twice is fine. */
export async function revokeApiKey(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { memberId }: MemberActor,
  id: ApiKeyId,
): Promise<ApiKeyView> {
  await db.rows.apiKey.updateMany({ where: { id, memberId, revokedAt: null }, data: { revokedAt: clock.now() } });
  const row = await db.rows.apiKey.findFirst({ where: { id, memberId } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "API key" });
  const spent = await spentThisMonth(db, [id], clock.now());
  return viewApiKey(row, spent.get(id) ?? 0);
}
