import type { Database } from "@covenant/db";
import { type MemberActor, Refusal } from "@covenant/domain";
import { requireRunning } from "../routing/require-running.ts";
import { pricesNow } from "./price-of-model.ts";
import { civilDay, isOver } from "./sunset.ts";

type Sought = Pick<MemberActor, "storefront" | "memberId"> & { modelId: string; at: Date };

/**
 * A model on sale at a storefront, with its routes and what a generation costs this member.
 * @throws Refusal "model/not-available" where it is not, or is stopped; "model/sunset" with its day and the model that follows.
 */
export async function getModel(db: Database, { storefront, memberId, modelId, at }: Sought) {
  const model = await db.rows.model.findUnique({
    where: { storefront_id: { storefront, id: modelId } },
    include: { routes: { where: { enabled: true }, orderBy: { position: "asc" } } },
  });
  if (model === null || !model.enabled) throw new Refusal("model/not-available", { modelId });
  if (model.sunsetOn !== null && isOver(model.sunsetOn, at)) {
    throw new Refusal("model/sunset", { modelId, since: civilDay(model.sunsetOn), successorId: model.successorId });
  }
  await requireRunning(db, storefront, modelId);
  const price = (await pricesNow(db, { storefront, memberId, at })).get(modelId);
  if (price === undefined) throw new Error(`${storefront}/${modelId} has no price`);
  return { ...model, credits: price.credits };
}
