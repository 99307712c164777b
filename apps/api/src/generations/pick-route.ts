import type { Prisma, Tx } from "@covenant/db";
import type { ConsideredRoute, Modality, RouteExclusion, StorefrontId } from "@covenant/domain";
import { chooseRoute, type ProviderId, type RouteCandidate, type RouteDemand } from "@covenant/providers";
import { creditWorthMicroUsd, storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { lockAccounts } from "../routing/lock-accounts.ts";
import { type Measured, measureRoutes } from "../routing/measure-routes.ts";
import type { AttemptRow } from "./attempt-store.ts";
import type { GenerationRow } from "./generation-store.ts";

export type RouteRow = Prisma.RouteGetPayload<object>;
export type RoutePick = {
  generation: GenerationRow;
  earlier: readonly AttemptRow[];
  /** Those there is an adapter and a key for. */
  providers: Deps["providers"];
  at: Date;
};

/** Where the next attempt runs; or when it is worth asking again; or neither, with the reasons. */
export type Picked = { considered: readonly ConsideredRoute[] } & (
  | { kind: "route"; route: RouteRow; isProbe: boolean }
  | { kind: "wait"; until: Date }
  | { kind: "none" }
);

/**
 * Picks the route of the next attempt, under the lock of the accounts it could run on. A route that failed before is taken
 * again only when there is no other. The price is the generation's own, frozen with its quote, so every pick asks anew
 * whether a route still costs less than the member pays.
 */
export async function pickRoute(tx: Tx, { generation, earlier, providers, at }: RoutePick): Promise<Picked> {
  const { storefront, modelId } = generation;
  const rows = await tx.rows.route.findMany({
    where: { storefront, modelId, enabled: true },
    orderBy: { position: "asc" },
  });
  await lockAccounts(
    tx,
    rows.map(({ provider }) => provider),
  );
  const measured = await measureRoutes(tx, rows, at);
  const candidates = rows.flatMap((row) => candidateOf(row, measured.get(row.id)));
  const reachable = [...providers.values()].map(({ id }) => id);
  const demand = { ...demandOf(generation, operationFor(generation, rows), at), providers: reachable };
  const fresh = chooseRoute(candidates, { ...demand, alreadyTried: earlier.map((attempt) => attempt.routeId) });
  const { chosen, considered } = fresh.chosen === null ? chooseRoute(candidates, demand) : fresh;
  const route = rows.find((row) => row.id === chosen?.routeId);
  if (route !== undefined) return { kind: "route", route, isProbe: chosen?.health.breaker === "half-open", considered };
  const until = soonest(considered, measured, at);
  return until === null ? { kind: "none", considered } : { kind: "wait", until, considered };
}

/** What a model that takes words does with a file beside them is another operation, on routes of its own. */
function operationFor({ uploadId }: GenerationRow, rows: readonly RouteRow[]): string | undefined {
  const withImage = rows.find(({ operation }) => operation === "image-to-image");
  return (uploadId === null ? rows[0] : (withImage ?? rows[0]))?.operation;
}

function demandOf(generation: GenerationRow, first: string | undefined, at: Date): Omit<RouteDemand, "providers"> {
  const { uploadId, credits, count } = generation;
  const storefront = storefronts[generation.storefront as StorefrontId];
  return {
    // A picture model works from words, or from words and a reference picture where one came along.
    operation: (first === "text-to-image" && uploadId !== null ? "image-to-image" : first) as Modality,
    upstreamRetention: storefront.upstreamRetention,
    excludesTraining: storefront.excludesTraining,
    earnsMicroUsd: (credits * creditWorthMicroUsd(storefront)) / count,
    today: at.toISOString().slice(0, 10),
    alreadyTried: [],
  };
}

function candidateOf(row: RouteRow, health: Measured | undefined): RouteCandidate[] {
  if (health === undefined) return [];
  return [
    {
      routeId: row.id,
      provider: row.provider as ProviderId,
      upstreamModel: row.upstreamModel,
      operation: row.operation as Modality,
      noStore: row.noStore as RouteCandidate["noStore"],
      trainsOnInputs: row.trainsOnInputs,
      costMicroUsd: row.costMicroUsd,
      retirement:
        row.retiredFrom === null || row.successor === null
          ? null
          : { from: row.retiredFrom.toISOString().slice(0, 10), successor: row.successor },
      health,
    },
  ];
}

const passing: ReadonlySet<RouteExclusion | null> = new Set<RouteExclusion>(["breaker-open", "no-place"]);
const soon = 2_000;

/** When the first of the routes that are only kept back for now may be asked again. */
function soonest(
  considered: readonly ConsideredRoute[],
  measured: ReadonlyMap<string, Measured>,
  at: Date,
): Date | null {
  const times = considered
    .filter(({ excludedBecause }) => passing.has(excludedBecause))
    .map(({ routeId }) => Math.max(measured.get(routeId)?.openUntil?.getTime() ?? 0, at.getTime() + soon));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
