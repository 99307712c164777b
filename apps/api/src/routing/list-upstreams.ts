import type { Prisma } from "@covenant/db";
import {
  type BreakerView,
  type KillSwitchKind,
  type KillSwitchView,
  type StoppableStorefront,
  type StorefrontId,
  storefrontIds,
  type UpstreamFigures,
  type UpstreamsView,
  type UpstreamView,
} from "@covenant/domain";
import { worldFaults } from "@covenant/providers";
import { creditWorthMicroUsd, storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { delivered, failedByWorld, refused, secondsAt } from "./ending-figures.ts";
import { wholeAccount } from "./hear-end.ts";

/** Every provider with the models it runs for us: what stops it, and how its attempts of the last hour ended. */
export async function listUpstreams({ db, clock }: Pick<Deps, "db" | "clock">): Promise<UpstreamsView> {
  const [models, routes, stops, breakers, accounts, endings, depths] = await Promise.all([
    db.rows.model.findMany({ where: { enabled: true }, orderBy: { position: "asc" } }),
    db.rows.route.findMany({ where: { enabled: true }, orderBy: [{ provider: "asc" }, { upstreamModel: "asc" }] }),
    db.rows.killSwitch.findMany({ where: { liftedAt: null } }),
    db.rows.breaker.findMany(),
    db.rows.upstreamAccount.findMany(),
    db.query<Ending>(endingsOfTheHour, [clock.now(), worldFaults]),
    db.query<Depth>(queueDepths, [clock.now()]),
  ]);
  const known: Known = { routes, stops: stops.map(stopOf), breakers, endings, depths };
  const providers = [...new Set(routes.map(({ provider }) => provider))];
  return {
    storefronts: storefrontIds.map((storefront) => viewStorefront(known, storefront, models)),
    providers: providers.map((provider) => {
      const places = accounts.find((account) => account.provider === provider)?.places ?? null;
      return { ...viewProvider(known, provider), places };
    }),
  };
}

function viewStorefront({ stops }: Known, storefront: StorefrontId, models: readonly ModelRow[]): StoppableStorefront {
  const stopOn = (of: KillSwitchKind, at: string) =>
    stops.find(({ kind, target }) => kind === of && target === at) ?? null;
  const own = models.filter((model) => model.storefront === storefront);
  return {
    storefront,
    stopped: stopOn("storefront", storefront),
    models: own.map(({ id, name }) => {
      const target = `${storefront}/${id}`;
      return { target, name, stopped: stopOn("model", target) };
    }),
  };
}

type ModelRow = { storefront: string; id: string; name: string };
type RouteRow = Prisma.RouteGetPayload<object>;
type Ending = Omit<UpstreamFigures, "waiting" | "refused" | "earnedMicroUsd" | "costMicroUsd"> & {
  provider: string;
  upstreamModel: string | null;
  refusedBefore: number;
  refusedAtWork: number;
  refusedAfter: number;
  refusedUnknown: number;
  /** By storefront and route cost: how many credits were taken, and for how many deliveries. */
  taken: readonly { storefront: StorefrontId; credits: number; costMicroUsd: number }[];
};
type Depth = { provider: string; upstreamModel: string | null; waiting: number };
type Known = {
  routes: readonly RouteRow[];
  stops: readonly KillSwitchView[];
  breakers: readonly Prisma.BreakerGetPayload<object>[];
  endings: readonly Ending[];
  depths: readonly Depth[];
};

function viewProvider(known: Known, provider: string): Omit<UpstreamView, "places"> {
  const names = new Set(
    known.routes.filter((route) => route.provider === provider).map((route) => route.upstreamModel),
  );
  return {
    provider,
    stopped: known.stops.find(({ kind, target }) => kind === "provider" && target === provider) ?? null,
    breaker: breakerOf(known, provider, wholeAccount),
    ...figuresOf(known, provider, null),
    models: [...names].map((upstreamModel) => ({
      upstreamModel,
      breaker: breakerOf(known, provider, upstreamModel),
      ...figuresOf(known, provider, upstreamModel),
    })),
  };
}

/** The last hour of a name at a provider, or of all of it. */
function figuresOf({ endings, depths }: Known, provider: string, name: string | null): UpstreamFigures {
  const isIt = (each: { provider: string; upstreamModel: string | null }) =>
    each.provider === provider && each.upstreamModel === name;
  const waiting = depths.find(isIt)?.waiting ?? 0;
  const ending = endings.find(isIt);
  if (ending === undefined) return { ...quiet, waiting };
  const { inFlight, delivered, failed, p50Seconds, p95Seconds, inputTokens, outputTokens, taken } = ending;
  const { refusedBefore: before, refusedAtWork: atWork, refusedAfter: afterwards, refusedUnknown: unknown } = ending;
  return {
    ...{ waiting, inFlight, delivered, failed, p50Seconds, p95Seconds, inputTokens, outputTokens },
    refused: { before, atWork, afterwards, unknown },
    costMicroUsd: sum(taken.map(({ costMicroUsd }) => costMicroUsd)),
    earnedMicroUsd: Math.round(
      sum(taken.map(({ storefront, credits }) => credits * creditWorthMicroUsd(storefronts[storefront]))),
    ),
  };
}

const quiet: UpstreamFigures = {
  ...{ waiting: 0, inFlight: 0, delivered: 0, failed: 0, p50Seconds: null, p95Seconds: null },
  refused: { before: 0, atWork: 0, afterwards: 0, unknown: 0 },
  ...{ inputTokens: 0, outputTokens: 0, costMicroUsd: 0, earnedMicroUsd: 0 },
};

function breakerOf({ breakers }: Known, provider: string, upstreamModel: string): BreakerView | null {
  const found = breakers.find((each) => each.provider === provider && each.upstreamModel === upstreamModel);
  if (found === undefined) return null;
  const { failureClass, openedAt, openUntil, openings } = found;
  return { failureClass, openings, openedAt: openedAt.toISOString(), openUntil: openUntil.toISOString() };
}

function stopOf({ id, kind, target, reason, staffId, setAt }: Prisma.KillSwitchGetPayload<object>): KillSwitchView {
  return { id, kind, target, reason, staffId, setAt: setAt.toISOString() } as KillSwitchView;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Of each name of a model at a provider, and, where the name is null, of the provider. */
const endingsOfTheHour = `
  SELECT a.provider, a.upstream_model AS "upstreamModel",
    (count(*) FILTER (WHERE a.ended_at IS NULL))::int AS "inFlight",
    (count(*) FILTER (WHERE ${delivered}))::int AS delivered,
    (count(*) FILTER (WHERE ${failedByWorld("$2")}))::int AS failed,
    (count(*) FILTER (WHERE ${refused} AND a.failure ->> 'stage' IN ('submit', 'queue')))::int AS "refusedBefore",
    (count(*) FILTER (WHERE ${refused} AND a.failure ->> 'stage' = 'run'))::int AS "refusedAtWork",
    (count(*) FILTER (WHERE ${refused} AND a.failure ->> 'stage' = 'output'))::int AS "refusedAfter",
    (count(*) FILTER (WHERE ${refused} AND a.failure ->> 'stage' = 'unknown'))::int AS "refusedUnknown",
    ${secondsAt(0.5)} AS "p50Seconds", ${secondsAt(0.95)} AS "p95Seconds",
    coalesce(sum(a.input_tokens), 0)::int AS "inputTokens", coalesce(sum(a.output_tokens), 0)::int AS "outputTokens",
    coalesce(jsonb_agg(jsonb_build_object('storefront', g.storefront, 'credits', coalesce(h.captured - h.paid_back, 0),
      'costMicroUsd', coalesce(r.cost_micro_usd, 0) * g.count)) FILTER (WHERE ${delivered}), '[]') AS taken
  FROM attempt a JOIN generation g ON g.id = a.generation_id LEFT JOIN route r ON r.id = a.route_id
    LEFT JOIN ledger.hold h ON h.id = g.hold_id
  WHERE a.ended_at > $1::timestamptz - interval '1 hour' OR a.ended_at IS NULL
  GROUP BY GROUPING SETS ((a.provider, a.upstream_model), (a.provider))`;

/** Generations that wait and could be sent there, by name and, where that is null, by provider. */
const queueDepths = `
  SELECT r.provider, r.upstream_model AS "upstreamModel", count(DISTINCT g.id)::int AS waiting
  FROM generation g JOIN route r ON r.storefront = g.storefront AND r.model_id = g.model_id AND r.enabled
    AND (r.retired_from IS NULL OR r.retired_from > $1::timestamptz)
  WHERE g.state IN ('queued', 'running')
    AND NOT EXISTS (SELECT FROM attempt a WHERE a.generation_id = g.id AND a.ended_at IS NULL)
  GROUP BY GROUPING SETS ((r.provider, r.upstream_model), (r.provider))`;
