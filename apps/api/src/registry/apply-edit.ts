import { type Prisma, recordAct, type Tx } from "@covenant/db";
import {
  type Actor,
  type ModelPricePlan,
  newId,
  Refusal,
  type RegistryModel,
  type RegistryPlan,
  type RegistryRequest,
  type RegistryRoute,
  type StorefrontId,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { type PlannedEdit, planEdit } from "./plan-edit.ts";
import { tellTheUntold } from "./tell-of-model-price.ts";

/**
 * Does what was looked at, all of it or nothing: models, routes and prices, an act for each model, and the notices to
 * subscribers. What runs keeps the price it was quoted.
 * @throws Refusal "registry/changed" where it would now do something else than the preview said, also when it was sent twice;
 *   "request/invalid" with the first of its faults.
 */
export async function applyEdit(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: Actor,
  { edit, digest, note }: RegistryRequest,
): Promise<RegistryPlan> {
  return db.transaction(async (tx) => {
    await lockModels(tx, edit.storefront);
    const at = clock.now();
    const planned = await planEdit(tx, edit, at);
    const { plan } = planned;
    const [first] = plan.faults;
    if (first !== undefined) throw new Refusal("request/invalid", { field: first.path, reason: first.message });
    if (plan.digest !== digest || plan.differences.length === 0) throw new Refusal("registry/changed");
    for (const model of edit.models) {
      if (!plan.differences.some(({ modelId }) => modelId === model.id)) continue;
      await writeModel(tx, { storefront: edit.storefront, model, planned, at, actor, note });
    }
    if (plan.prices.some(({ subscribers }) => subscribers > 0)) await tellTheUntold(tx, at);
    return plan;
  });
}

/** Two edits of a storefront come one after the other. */
async function lockModels(tx: Tx, storefront: StorefrontId): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('registry/' || $1::text))::text AS locked", [storefront]);
}

type Written = {
  storefront: StorefrontId;
  model: RegistryModel;
  planned: PlannedEdit;
  at: Date;
  actor: Actor;
  note: string;
};

async function writeModel(tx: Tx, { storefront, model, planned, at, actor, note }: Written): Promise<void> {
  const isNew = !planned.now.some(({ id }) => id === model.id);
  const data = rowOf(model);
  if (isNew) {
    const position = await tx.rows.model.count({ where: { storefront } });
    await tx.rows.model.create({ data: { ...data, storefront, id: model.id, position } });
  } else {
    await tx.rows.model.update({ where: { storefront_id: { storefront, id: model.id } }, data });
  }
  for (const [position, route] of model.routes.entries()) await writeRoute(tx, { storefront, model, route, position });
  const on = `${storefront}/${model.id}`;
  const price = planned.plan.prices.find(({ modelId }) => modelId === model.id);
  if (price !== undefined) {
    await writePrice(tx, { storefront, price, at, actor, note });
    const { fromCredits, toCredits, effectiveAt, subscribers } = price;
    await recordAct(tx, {
      actor,
      act: "model.change-price",
      on,
      note,
      facts: { fromCredits, toCredits, effectiveAt, subscribers },
    });
  }
  const facts = factsOf(planned.plan, model.id);
  if (Object.keys(facts).length > 0) {
    await recordAct(tx, { actor, act: isNew ? "model.add" : "model.edit", on, note, facts });
  }
}

function rowOf({ routes: _, id: __, credits: ___, creditsFrom: ____, sunset, sizes, ...model }: RegistryModel) {
  return {
    ...model,
    sizes: [...sizes],
    sunsetOn: sunset === null ? null : dateOf(sunset.on),
    successorId: sunset?.successor ?? null,
  };
}

type WrittenRoute = { storefront: StorefrontId; model: RegistryModel; route: RegistryRoute; position: number };

async function writeRoute(tx: Tx, { storefront, model, route, position }: WrittenRoute): Promise<void> {
  const { retirement, parameters, fields, ...rest } = route;
  const data = {
    ...rest,
    position,
    parameters: parameters as Prisma.InputJsonObject,
    fields: fields as unknown as Prisma.InputJsonObject,
    retiredFrom: retirement === null ? null : dateOf(retirement.from),
    successor: retirement?.successor ?? null,
  };
  const id = `${storefront}/${model.id}/${route.provider}/${route.upstreamModel}`;
  await tx.rows.route.upsert({ where: { id }, create: { ...data, id, storefront, modelId: model.id }, update: data });
}

type WrittenPrice = { storefront: StorefrontId; price: ModelPricePlan; at: Date; actor: Actor; note: string };

/** What was there before it was set is told apart from what came after by when it was set: by the clock that rules. */
async function writePrice(tx: Tx, { storefront, price, at, actor, note }: WrittenPrice): Promise<void> {
  await tx.rows.modelPrice.create({
    data: {
      id: newId("modelPrice"),
      storefront,
      modelId: price.modelId,
      credits: price.toCredits,
      effectiveAt: new Date(price.effectiveAt),
      staffId: actor.kind === "staff" ? actor.staffId : null,
      note,
      createdAt: at,
    },
  });
}

/** What changed, as an act keeps it: the price has an act of its own. */
function factsOf({ differences }: RegistryPlan, modelId: string): Record<string, string> {
  const own = differences.filter((each) => each.modelId === modelId && !/^credits(From)?$/.test(each.path));
  return Object.fromEntries(own.map(({ path, before, after }) => [path, `${before ?? "–"} → ${after ?? "–"}`]));
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
