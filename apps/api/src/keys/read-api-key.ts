import type { Database } from "@covenant/db";
import { type ApiKeyId, type MemberActor, type MemberId, Refusal, type StorefrontId } from "@covenant/domain";
import { digestOf, secretOf } from "./api-key-secret.ts";

export type ProgramCaller = {
  actor: MemberActor;
  apiKeyId: ApiKeyId;
  /** What it may call; empty: everything on sale. */
  models: readonly string[];
  /** The most it may take in a calendar month. */
  monthlyCredits: number | null;
};

type KeyRow = {
  id: ApiKeyId;
  member_id: MemberId;
  storefront: StorefrontId;
  models: string[];
  monthly_credits: number | null;
};

/**
 * Whose program is calling, in one statement that also notes the use. A revoked key is dead at once, and one that has expired
 * from its moment on: nothing is cached.
 */
export async function readApiKey(db: Database, authorization: string | undefined): Promise<ProgramCaller> {
  const secret = secretOf(authorization);
  if (secret === null) throw new Refusal("session/required");
  const [row] = await db.query<KeyRow>(
    `UPDATE api_key SET last_used_at = now() WHERE digest = $1::text AND revoked_at IS NULL
       AND (expires_at IS NULL OR expires_at > now())
     RETURNING id, member_id, storefront, models, monthly_credits`,
    [digestOf(secret)],
  );
  if (row === undefined) throw new Refusal("key/revoked");
  return {
    actor: { kind: "member", memberId: row.member_id, storefront: row.storefront },
    apiKeyId: row.id,
    models: row.models,
    monthlyCredits: row.monthly_credits,
  };
}
