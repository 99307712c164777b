import { createHash } from "node:crypto";
import type { SqlRunner, Tx } from "@covenant/db";
import type {
  ClauseCitation,
  ModelPricePlan,
  RegistryEdit,
  RegistryModel,
  RegistryPlan,
  StorefrontId,
} from "@covenant/domain";
import { creditWorthMicroUsd, storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { earliestOf } from "../models/price-of-model.ts";
import { ruleOnModelPrice } from "../models/rule-on-model-price.ts";
import { compareModels } from "./compare-models.ts";
import { findFaults } from "./find-faults.ts";
import { readRegistry } from "./read-registry.ts";
import { countSubscribers } from "./subscribers.ts";

export type PlannedEdit = { plan: RegistryPlan; now: readonly RegistryModel[] };

/** What an edit would do: what cannot be, what changes, and who pays a new price from when. Nothing is done. */
export function previewEdit({ db, clock }: Pick<Deps, "db" | "clock">, edit: RegistryEdit): Promise<RegistryPlan> {
  return planEdit(db, edit, clock.now()).then(({ plan }) => plan);
}

export async function planEdit(
  db: Pick<Tx, "rows" | "query">,
  { storefront, models }: RegistryEdit,
  at: Date,
): Promise<PlannedEdit> {
  const now = (await readRegistry(db, storefront)).map(({ model }) => model);
  const faults = findFaults({ storefront, now, models, at });
  const differences = compareModels(now, models);
  const prices: ModelPricePlan[] = [];
  for (const model of models) {
    const before = now.find(({ id }) => id === model.id);
    if (before?.credits !== model.credits) prices.push(await pricePlan(db, { storefront, model, before, at }));
  }
  return { now, plan: { faults, differences, prices, digest: digestOf(differences, prices) } };
}

type Priced = { storefront: StorefrontId; model: RegistryModel; before: RegistryModel | undefined; at: Date };

/** A price that goes down reaches everybody at its time: nobody has to be told of it first. */
async function pricePlan(db: SqlRunner, { storefront, model, before, at }: Priced): Promise<ModelPricePlan> {
  const effectiveAt = model.creditsFrom === null ? at : new Date(model.creditsFrom);
  const isHigher = before !== undefined && model.credits > before.credits;
  const subscribers = isHigher ? await countSubscribers(db, storefront) : 0;
  const customer = subscribers > 0 ? "subscriber" : "new";
  const answer = ruleOnModelPrice({ storefront, customer, at, toldAt: at, effectiveAt });
  const earns = model.credits * creditWorthMicroUsd(storefronts[storefront]);
  return {
    modelId: model.id,
    fromCredits: before?.credits ?? null,
    toCredits: model.credits,
    effectiveAt: effectiveAt.toISOString(),
    subscribers,
    earliestAt: earliestOf(answer).toISOString(),
    running: await countRunning(db, storefront, model.id),
    tooDear: model.routes
      .filter((route) => route.enabled && route.costMicroUsd > earns)
      .map(({ upstreamModel }) => upstreamModel),
    explanation: answer.ruling.explanation.staff,
    clauses: answer.ruling.clauses as ClauseCitation[],
  };
}

async function countRunning(db: SqlRunner, storefront: StorefrontId, modelId: string): Promise<number> {
  const [row] = await db.query<{ running: number }>(
    `SELECT count(*)::int AS running FROM generation
     WHERE storefront = $1::text AND model_id = $2::text AND state IN ('queued', 'running')`,
    [storefront, modelId],
  );
  return row?.running ?? 0;
}

/** Moments and counts of what runs move on while somebody reads; what is changed, and for how many, is what they agree to. */
function digestOf(differences: RegistryPlan["differences"], prices: readonly ModelPricePlan[]): string {
  const agreed = [differences, prices.map(({ modelId, toCredits, subscribers }) => [modelId, toCredits, subscribers])];
  return createHash("sha256").update(JSON.stringify(agreed)).digest("hex").slice(0, 32);
}
