import type { RegistryDifference, RegistryModel } from "@covenant/domain";

/** What an edit changes of each model it names, field by field, in words that can be read. */
export function compareModels(now: readonly RegistryModel[], models: readonly RegistryModel[]): RegistryDifference[] {
  return models.flatMap((model) => {
    const [before, after] = [flatten(now.find(({ id }) => id === model.id)), flatten(model)];
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    return paths.flatMap((path) => {
      const [from, to] = [before.get(path) ?? null, after.get(path) ?? null];
      return from === to ? [] : [{ modelId: model.id, path, before: from, after: to }];
    });
  });
}

/** A model's fields by path. Its routes go by their name, so that a new order is not a new route. */
function flatten(model: RegistryModel | undefined): ReadonlyMap<string, string> {
  if (model === undefined) return new Map();
  const { routes, ...own } = model;
  return new Map([
    ...spread(own, ""),
    ...routes.flatMap(({ provider, upstreamModel, ...route }, position) =>
      spread({ ...route, position: position + 1 }, `routes[${provider} ${upstreamModel}].`),
    ),
  ]);
}

function spread(of: object, prefix: string): [string, string][] {
  return Object.entries(of).map(([name, value]) => [
    `${prefix}${name}`,
    typeof value === "string" ? value : JSON.stringify(value, sorted),
  ]);
}

/** JSON from the database comes in another order of its keys than from a file. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
