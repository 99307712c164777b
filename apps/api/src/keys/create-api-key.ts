import {
  type ApiKeyRequest,
  type ApiKeyView,
  after,
  duration,
  type MemberActor,
  newId,
  Refusal,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { admitMember } from "../members/admitted-member.ts";
import { listModels } from "../models/list-models.ts";
import { newSecret } from "./api-key-secret.ts";
import { viewApiKey } from "./view-api-key.ts";

/**
 * Creates an API key with its limits and answers its secret, this once. A request sent twice is refused the second time,
 * since the secret cannot be shown again: revoke that key and create another.
 * @throws Refusal "model/not-available" for a limit to a model that is not on sale.
 */
export async function createApiKey(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: MemberActor,
  { requestId, name, expiresInDays = null, models = [], monthlyCredits = null }: ApiKeyRequest,
): Promise<{ key: ApiKeyView; secret: string }> {
  const { memberId, storefront } = actor;
  const at = clock.now();
  await admitMember(db, actor, at);
  await requireOnSale({ db, clock }, actor, models);
  const { secret, digest, hint } = newSecret();
  const expiresAt = expiresInDays === null ? null : after(at, duration.days(expiresInDays));
  const limits = { expiresAt, models, monthlyCredits };
  const { count } = await db.rows.apiKey.createMany({
    skipDuplicates: true,
    data: { id: newId("apiKey"), storefront, memberId, requestId, name, digest, hint, createdAt: at, ...limits },
  });
  if (count === 0)
    throw new Refusal("request/reused-key", { reason: "This key was created before and is shown once." });
  return { key: viewApiKey(await db.rows.apiKey.findUniqueOrThrow({ where: { digest } }), 0), secret };
}

async function requireOnSale(
  deps: Pick<Deps, "db" | "clock">,
  actor: MemberActor,
  models: readonly string[],
): Promise<void> {
  if (models.length === 0) return;
  const onSale = new Set((await listModels(deps, actor)).map(({ id }) => id));
  const missing = models.find((model) => !onSale.has(model));
  if (missing !== undefined) throw new Refusal("model/not-available", { modelId: missing });
}
