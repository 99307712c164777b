import type { ModelView, StorefrontId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { stoppedAt } from "../routing/require-running.ts";

/** The models a storefront sells, in its order. One without an open route is shown as not available. */
export async function listModels({ db }: Pick<Deps, "db">, storefront: StorefrontId): Promise<ModelView[]> {
  const stopped = await stoppedAt(db, storefront);
  const models = await db.rows.model.findMany({
    where: { storefront, enabled: true },
    orderBy: { position: "asc" },
    include: { _count: { select: { routes: { where: { enabled: true } } } } },
  });
  return models.map(({ id, name, maker, modality, description, credits, expectedSeconds, sizes, _count }) => ({
    id,
    name,
    maker,
    modality: modality as ModelView["modality"],
    description,
    credits,
    expectedSeconds,
    sizes,
    available: _count.routes > 0 && !stopped.has(id),
  }));
}
