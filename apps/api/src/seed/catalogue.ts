import { createHash } from "node:crypto";
import type { Database, Prisma } from "@covenant/db";
import { storefrontIds } from "@covenant/domain";
import { type CatalogueModel, type CatalogueRoute, providerIds } from "@covenant/providers";
import { type Storefront, storefronts } from "@covenant/storefronts";

/**
 * Writes each storefront's models, routes, packs and plans as rows where they are missing. Rows that exist are left alone: at
 * run time they rule, and a file changed later must not undo what an operator set.
 */
export async function seedCatalogue({ db }: { db: Database }): Promise<void> {
  await db.rows.upstreamAccount.createMany({
    skipDuplicates: true,
    data: providerIds.map((provider) => ({ provider, places: placesAtFirst })),
  });
  for (const storefront of storefrontIds.map((id) => storefronts[id])) {
    await db.transaction(async (tx) => {
      await tx.rows.model.createMany({ skipDuplicates: true, data: storefront.models.map(modelRow(storefront)) });
      await tx.rows.modelPrice.createMany({
        skipDuplicates: true,
        data: storefront.models.map(firstModelPrice(storefront)),
      });
      await tx.rows.route.createMany({ skipDuplicates: true, data: storefront.models.flatMap(routeRows(storefront)) });
      await tx.rows.pack.createMany({ skipDuplicates: true, data: storefront.packs.map(packRow(storefront)) });
      await tx.rows.plan.createMany({ skipDuplicates: true, data: storefront.plans.map(planRow(storefront)) });
      await tx.rows.exchangeRate.createMany({ skipDuplicates: true, data: firstRate(storefront) });
      await tx.rows.planPrice.createMany({ skipDuplicates: true, data: storefront.plans.map(firstPrice(storefront)) });
    });
  }
}

/** Jobs in flight on one account, until an operator sets what the provider allows. */
const placesAtFirst = 40;

function modelRow({ id: storefront }: Storefront) {
  return (
    { routes: _, credits: __, sizes, ...model }: CatalogueModel,
    position: number,
  ): Prisma.ModelCreateManyInput => ({
    ...model,
    storefront,
    sizes: [...sizes],
    position,
  });
}

function routeRows({ id: storefront }: Storefront) {
  return (model: CatalogueModel): Prisma.RouteCreateManyInput[] =>
    model.routes.map((route, position) => routeRow(storefront, model.id, route, position));
}

function routeRow(
  storefront: string,
  modelId: string,
  route: CatalogueRoute,
  position: number,
): Prisma.RouteCreateManyInput {
  const { retirement, parameters, fields, ...rest } = route;
  return {
    ...rest,
    id: `${storefront}/${modelId}/${route.provider}/${route.upstreamModel}`,
    storefront,
    modelId,
    position,
    parameters: parameters as Prisma.InputJsonObject,
    fields: fields as unknown as Prisma.InputJsonObject,
    retiredFrom: retirement === null ? null : new Date(`${retirement.from}T00:00:00Z`),
    successor: retirement?.successor ?? null,
  };
}

function packRow({ id: storefront }: Storefront) {
  return ({ price, ...pack }: Storefront["packs"][number], position: number): Prisma.PackCreateManyInput => ({
    ...pack,
    storefront,
    amountMinor: price.amountMinor,
    currency: price.currency,
    position,
  });
}

function planRow({ id: storefront }: Storefront) {
  return ({ price: _, ...plan }: Storefront["plans"][number], position: number): Prisma.PlanCreateManyInput => ({
    ...plan,
    storefront,
    position,
  });
}

/** Before anything was sold. */
const opening = new Date("2026-01-01T00:00:00Z");

/** The rate a storefront comes with; its id is made from the storefront's, so that it is written once. */
function firstRate({
  id: storefront,
  currency: base,
  cnyPerUsd: rate,
}: Storefront): Prisma.ExchangeRateCreateManyInput[] {
  if (rate === null) return [];
  const id = `fxr_${createHash("sha256").update(`${storefront}/CNY`).digest("hex").slice(0, 32)}`;
  return [
    {
      id,
      storefront,
      base,
      quote: "CNY",
      rate,
      effectiveAt: opening,
      createdAt: opening,
      source: "The rate it came with.",
    },
  ];
}

/** The price a plan comes with; its id is made from the plan's, so that it is written once. */
function firstPrice({ id: storefront }: Storefront) {
  return ({ id: planId, price }: Storefront["plans"][number]): Prisma.PlanPriceCreateManyInput => ({
    id: `prc_${numberOf(`${storefront}/${planId}`)}`,
    storefront,
    planId,
    amountMinor: price.amountMinor,
    currency: price.currency,
    effectiveAt: opening,
    createdAt: opening,
  });
}

/** The price a model comes with, once. */
function firstModelPrice({ id: storefront }: Storefront) {
  return ({ id: modelId, credits }: CatalogueModel): Prisma.ModelPriceCreateManyInput => ({
    id: `mpr_${numberOf(`${storefront}/${modelId}`)}`,
    storefront,
    modelId,
    credits,
    effectiveAt: opening,
    createdAt: opening,
  });
}

function numberOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 32);
}
