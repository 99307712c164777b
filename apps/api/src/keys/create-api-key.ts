import { type ApiKeyId, type ApiKeyView, type MemberActor, newId, Refusal, type RequestId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { admitMember } from "../members/admitted-member.ts";
import { newSecret } from "./api-key-secret.ts";

/**
 * Creates an API key and answers its secret, this once. A request sent twice is refused the second time, since the
 * secret cannot be shown again: revoke that key and create another.
 */
export async function createApiKey(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { memberId, storefront }: MemberActor,
  { requestId, name }: { requestId: RequestId; name: string },
): Promise<{ key: ApiKeyView; secret: string }> {
  await admitMember(db, { kind: "member", memberId, storefront }, clock.now());
  const { secret, digest, hint } = newSecret();
  const { count } = await db.rows.apiKey.createMany({
    skipDuplicates: true,
    data: { id: newId("apiKey"), storefront, memberId, requestId, name, digest, hint },
  });
  if (count === 0)
    throw new Refusal("request/reused-key", { reason: "This key was created before and is shown once." });
  return { key: viewApiKey(await db.rows.apiKey.findUniqueOrThrow({ where: { digest } })), secret };
}

type ApiKeyRow = {
  id: string;
  name: string;
  hint: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

export function viewApiKey({ id, name, hint, createdAt, lastUsedAt, revokedAt }: ApiKeyRow): ApiKeyView {
  return {
    id: id as ApiKeyId,
    name,
    hint,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
