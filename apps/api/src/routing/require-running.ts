import type { SqlRunner } from "@covenant/db";
import { Refusal, type StorefrontId } from "@covenant/domain";

/** @throws Refusal `model/not-available` while a person has stopped the model, or the whole storefront. */
export async function requireRunning(sql: SqlRunner, storefront: StorefrontId, modelId: string): Promise<void> {
  if (await isStopped(sql, storefront, modelId)) throw new Refusal("model/not-available", { modelId, stopped: true });
}

/** Whether a person has stopped a storefront's model, or the storefront. */
export async function isStopped(sql: SqlRunner, storefront: string, modelId: string): Promise<boolean> {
  return (await stoppedAt(sql, storefront)).has(modelId);
}

/** The models of a storefront that a person has stopped; `has` is true of every model while all of it is stopped. */
export async function stoppedAt(sql: SqlRunner, storefront: string): Promise<{ has(modelId: string): boolean }> {
  const rows = await sql.query<{ kind: string; target: string }>(
    `SELECT kind, target FROM kill_switch
     WHERE lifted_at IS NULL AND (kind = 'storefront' AND target = $1::text OR kind = 'model' AND starts_with(target, $1::text || '/'))`,
    [storefront],
  );
  const isWhole = rows.some(({ kind }) => kind === "storefront");
  const models = new Set(rows.map(({ target }) => target));
  return { has: (modelId) => isWhole || models.has(`${storefront}/${modelId}`) };
}
