import type { RegistryFault, RegistryModel, RegistryRoute, StorefrontId } from "@covenant/domain";
import { providerIds } from "@covenant/providers";
import { creditWorthMicroUsd, storefronts } from "@covenant/storefronts";

export type Weighed = {
  storefront: StorefrontId;
  /** As it stands now, and as it is to be. */
  now: readonly RegistryModel[];
  models: readonly RegistryModel[];
  at: Date;
};

type Found = readonly RegistryFault[];
const fault = (path: string, message: string): RegistryFault => ({ path, message });
const when = (is: boolean, path: string, message: string): Found => (is ? [fault(path, message)] : []);

/** What cannot be in models that each by itself has the right shape. Without an answer they can be applied. */
export function findFaults(weighed: Weighed): RegistryFault[] {
  return weighed.models.flatMap((model, index) => [
    ...when(
      weighed.models.findIndex(({ id }) => id === model.id) !== index,
      `models[${index}].id`,
      `${model.id} stands here twice.`,
    ),
    ...modelFaults(weighed, model, `models[${index}]`),
  ]);
}

function modelFaults(weighed: Weighed, model: RegistryModel, path: string): Found {
  const now = weighed.now.find(({ id }) => id === model.id);
  return [
    ...priceFaults(weighed, model, now, path),
    ...sunsetFaults(weighed, model, path),
    ...when(
      model.enabled && !model.routes.some(({ enabled }) => enabled),
      `${path}.routes`,
      "A model on sale needs a route that is enabled.",
    ),
    ...missingRoutes(model, now, path),
    ...model.routes.flatMap((route, index) => routeFaults(model, route, { index, path: `${path}.routes[${index}]` })),
  ];
}

function priceFaults(
  { storefront, at }: Weighed,
  { credits, creditsFrom, enabled, routes }: RegistryModel,
  now: RegistryModel | undefined,
  path: string,
): Found {
  const earns = credits * creditWorthMicroUsd(storefronts[storefront]);
  const covered = routes.some((route) => route.enabled && route.costMicroUsd <= earns);
  const isNew = now !== undefined && now.credits !== credits;
  const from = creditsFrom === null ? at : new Date(creditsFrom);
  const last = now?.creditsFrom ?? null;
  return [
    ...when(
      enabled && !covered,
      `${path}.credits`,
      `${credits} credits earn less than every route costs, so nothing could run.`,
    ),
    ...when(isNew && from < at, `${path}.creditsFrom`, "A new price cannot hold from the past on: null is at once."),
    ...when(
      isNew && last !== null && from <= new Date(last),
      `${path}.creditsFrom`,
      `A price from ${last} on is set. A newer one has to come after it.`,
    ),
    ...when(
      now !== undefined && !isNew && creditsFrom !== last,
      `${path}.creditsFrom`,
      `The price of ${credits} credits holds from ${last} on, and a price that was set is not moved.`,
    ),
  ];
}

function sunsetFaults({ now, models }: Weighed, { id, sunset }: RegistryModel, path: string): Found {
  if (sunset === null || sunset.successor === null) return [];
  const { successor: wanted, on } = sunset;
  const successor = [...models, ...now].find((other) => other.id === wanted);
  const isThere = successor !== undefined && wanted !== id;
  return [
    ...when(!isThere, `${path}.sunset.successor`, `${wanted} is no other model of this storefront.`),
    ...when(
      isThere && (!successor.enabled || (successor.sunset !== null && successor.sunset.on <= on)),
      `${path}.sunset.successor`,
      `${wanted} is not on sale on ${on} either.`,
    ),
  ];
}

/** Attempts cite their route for as long as they are kept, so none is taken out. */
function missingRoutes(model: RegistryModel, now: RegistryModel | undefined, path: string): Found {
  const lost = now?.routes.filter((route) => !model.routes.some((other) => isSame(route, other))) ?? [];
  return lost.map(({ provider, upstreamModel }) =>
    fault(
      `${path}.routes`,
      `${upstreamModel} at ${provider} is missing. To use it no more, keep it with enabled false.`,
    ),
  );
}

function routeFaults(
  { sizes, countMost, routes }: RegistryModel,
  route: RegistryRoute,
  { index, path }: { index: number; path: string },
): Found {
  const { provider, upstreamModel, operation, retirement, fields } = route;
  const { size, count, image } = fields.inputs;
  const cannot =
    size === null || size.as === "dimensions" ? [] : sizes.filter((offered) => !(offered in Object(size.as)));
  const successor = routes.find(
    (other) =>
      other.provider === provider && other.upstreamModel === retirement?.successor && other.operation === operation,
  );
  return [
    ...when(
      !(providerIds as readonly string[]).includes(provider),
      `${path}.provider`,
      `There is no adapter for ${provider}.`,
    ),
    ...when(
      routes.findIndex((other) => isSame(route, other)) !== index,
      `${path}.upstreamModel`,
      `${upstreamModel} at ${provider} stands here twice.`,
    ),
    ...when(
      cannot.length > 0,
      `${path}.fields.inputs.size.as`,
      `It cannot make ${cannot.join(", ")}, which is on offer.`,
    ),
    ...when(
      sizes.length > 0 && size === null,
      `${path}.fields.inputs.size`,
      "Sizes are on offer that it cannot be asked for.",
    ),
    ...when(
      countMost > 1 && route.enabled && !count,
      `${path}.fields.inputs.count`,
      `${countMost} at a time are on offer, and it cannot be asked for more than one.`,
    ),
    ...when(
      (image !== null) !== takesImage(operation),
      `${path}.fields.inputs.image`,
      `What ${operation} takes is something else.`,
    ),
    ...when(
      fields.outputs.filter(({ role }) => role === "main").length !== 1,
      `${path}.fields.outputs`,
      "It has one main output.",
    ),
    ...when(
      retirement !== null && (successor === undefined || successor === route || !successor.enabled),
      `${path}.retirement.successor`,
      `${retirement?.successor} is no other enabled route of this model at ${provider} that does ${operation}.`,
    ),
  ];
}

function takesImage(operation: RegistryRoute["operation"]): boolean {
  return operation.startsWith("image-to-") || operation === "background-removal";
}

function isSame(one: RegistryRoute, other: RegistryRoute): boolean {
  return one.provider === other.provider && one.upstreamModel === other.upstreamModel;
}
