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
      await tx.rows.route.createMany({ skipDuplicates: true, data: storefront.models.flatMap(routeRows(storefront)) });
      await tx.rows.pack.createMany({ skipDuplicates: true, data: storefront.packs.map(packRow(storefront)) });
      await tx.rows.plan.createMany({ skipDuplicates: true, data: storefront.plans.map(planRow(storefront)) });
      await tx.rows.planPrice.createMany({ skipDuplicates: true, data: storefront.plans.map(firstPrice(storefront)) });
    });
  }
}

/** Jobs in flight on one account, until an operator sets what the provider allows. */
const placesAtFirst = 40;

function modelRow({ id: storefront }: Storefront) {
  return ({ routes: _, sizes, ...model }: CatalogueModel, position: number): Prisma.ModelCreateManyInput => ({
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

/** The price a plan comes with; its id is made from the plan's, so that it is written once. */
function firstPrice({ id: storefront }: Storefront) {
  return ({ id: planId, price }: Storefront["plans"][number]): Prisma.PlanPriceCreateManyInput => ({
    id: `prc_${createHash("sha256").update(`${storefront}/${planId}`).digest("hex").slice(0, 32)}`,
    storefront,
    planId,
    amountMinor: price.amountMinor,
    currency: price.currency,
    effectiveAt: opening,
  });
}
