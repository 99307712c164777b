import type { Prisma, Tx } from "@covenant/db";
import type { ModelFile, ModelPriceView, RegistryModel, RegistryRoute, StorefrontId } from "@covenant/domain";
import { civilDay } from "../models/sunset.ts";

const withAll = {
  routes: { orderBy: { position: "asc" } },
  prices: { orderBy: { effectiveAt: "desc" }, include: { _count: { select: { notices: true } } } },
} as const satisfies Prisma.ModelInclude;

type ModelRow = Prisma.ModelGetPayload<{ include: typeof withAll }>;
type RouteRow = Prisma.RouteGetPayload<object>;
type PriceRow = ModelRow["prices"][number];

/** Every model of a storefront, or of all, in its order, on sale or not, with all its prices. */
export async function readRegistry(
  { rows }: Pick<Tx, "rows">,
  storefront?: StorefrontId,
): Promise<readonly ModelFile[]> {
  const models = await rows.model.findMany({
    ...(storefront === undefined ? {} : { where: { storefront } }),
    orderBy: [{ storefront: "asc" }, { position: "asc" }, { id: "asc" }],
    include: withAll,
  });
  return models.map((model) => ({
    storefront: model.storefront as StorefrontId,
    model: modelOf(model),
    prices: model.prices.map(priceOf),
  }));
}

function modelOf({ routes, prices, sizes, ...model }: ModelRow): RegistryModel {
  const [last] = prices;
  if (last === undefined) throw new Error(`${model.storefront}/${model.id} has no price`);
  const { id, name, maker, description, expectedSeconds, countMost, promptMost, usagePolicyUrl, enabled } = model;
  return {
    id,
    name,
    maker,
    modality: model.modality as RegistryModel["modality"],
    description,
    credits: last.credits,
    creditsFrom: last.effectiveAt.toISOString(),
    expectedSeconds,
    sizes: [...sizes],
    countMost,
    promptMost,
    usagePolicyUrl,
    sunset: model.sunsetOn && { on: civilDay(model.sunsetOn), successor: model.successorId },
    enabled,
    routes: routes.map(routeOf),
  };
}

function routeOf(route: RouteRow): RegistryRoute {
  const { provider, upstreamModel, trainsOnInputs, costMicroUsd, retiredFrom, successor, enabled } = route;
  return {
    provider,
    upstreamModel,
    operation: route.operation as RegistryRoute["operation"],
    parameters: route.parameters as RegistryRoute["parameters"],
    fields: route.fields as RegistryRoute["fields"],
    noStore: route.noStore as RegistryRoute["noStore"],
    trainsOnInputs,
    costMicroUsd,
    retirement: retiredFrom === null || successor === null ? null : { from: civilDay(retiredFrom), successor },
    enabled,
  };
}

function priceOf({ credits, effectiveAt, note, _count }: PriceRow): ModelPriceView {
  return { credits, effectiveAt: effectiveAt.toISOString(), note, told: _count.notices };
}
