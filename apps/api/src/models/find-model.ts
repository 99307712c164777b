import type { Database } from "@covenant/db";
import { Refusal, type StorefrontId } from "@covenant/domain";
import { requireRunning } from "../routing/require-running.ts";

/** A model on sale at a storefront, with its routes; refused when it is not. */
export async function getModel(db: Database, storefront: StorefrontId, id: string) {
  const model = await db.rows.model.findUnique({
    where: { storefront_id: { storefront, id } },
    include: { routes: { where: { enabled: true }, orderBy: { position: "asc" } } },
  });
  if (model === null || !model.enabled) throw new Refusal("model/not-available", { modelId: id });
  await requireRunning(db, storefront, id);
  return model;
}
