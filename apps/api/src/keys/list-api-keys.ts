import type { ApiKeyView, MemberActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { viewApiKey } from "./create-api-key.ts";

/** A member's keys, newest first, revoked ones included. */
export async function listApiKeys({ db }: Pick<Deps, "db">, { memberId }: MemberActor): Promise<ApiKeyView[]> {
  const rows = await db.rows.apiKey.findMany({ where: { memberId }, orderBy: { id: "desc" }, take: 100 });
  return rows.map(viewApiKey);
}
