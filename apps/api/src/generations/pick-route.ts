import type { Prisma, Tx } from "@covenant/db";
import type { Modality, StorefrontId } from "@covenant/domain";
import {
  type ConsideredRoute,
  chooseRoute,
  type ProviderId,
  type RouteCandidate,
  type RouteDemand,
} from "@covenant/providers";
import { storefronts } from "@covenant/storefronts";
import type { AttemptRow } from "./attempt-store.ts";
import type { GenerationRow } from "./generation-store.ts";

export type RouteRow = Prisma.RouteGetPayload<object>;
export type Picked = { route: RouteRow | null; considered: readonly ConsideredRoute[] };

/**
 * Picks the route of the next attempt. A route that failed before is taken again only when there is no other; no route
 * at all is an answer, with the reasons.
 */
export async function pickRoute(
  tx: Tx,
  generation: GenerationRow,
  earlier: readonly AttemptRow[],
  at: Date,
): Promise<Picked> {
  const { storefront, modelId } = generation;
  const rows = await tx.rows.route.findMany({
    where: { storefront, modelId, enabled: true },
    orderBy: { position: "asc" },
  });
  const candidates = rows.map(candidateOf);
  const demand = demandOf(generation, operationFor(generation, rows), at);
  const fresh = chooseRoute(candidates, { ...demand, alreadyTried: earlier.map((attempt) => attempt.routeId) });
  const { chosen, considered } = fresh.chosen === null ? chooseRoute(candidates, demand) : fresh;
  return { route: rows.find((row) => row.id === chosen?.routeId) ?? null, considered };
}

/** What a model that takes words does with a file beside them is another operation, on routes of its own. */
function operationFor({ uploadId }: GenerationRow, rows: readonly RouteRow[]): string | undefined {
  const withImage = rows.find(({ operation }) => operation === "image-to-image");
  return (uploadId === null ? rows[0] : (withImage ?? rows[0]))?.operation;
}

function demandOf({ storefront, uploadId }: GenerationRow, first: string | undefined, at: Date): RouteDemand {
  const { upstreamRetention, excludesTraining } = storefronts[storefront as StorefrontId];
  return {
    // A picture model works from words, or from words and a reference picture where one came along.
    operation: (first === "text-to-image" && uploadId !== null ? "image-to-image" : first) as Modality,
    upstreamRetention,
    excludesTraining,
    today: at.toISOString().slice(0, 10),
    alreadyTried: [],
  };
}

function candidateOf(row: RouteRow): RouteCandidate {
  return {
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
    // Nothing is measured here yet, so every route starts with the same good name.
    health: { breaker: "closed", attempts: 0, successes: 0, medianSeconds: null },
  };
}
