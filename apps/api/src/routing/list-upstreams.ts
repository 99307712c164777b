import type { Prisma } from "@covenant/db";
import {
  type BreakerView,
  type KillSwitchKind,
  type KillSwitchView,
  type StoppableStorefront,
  type StorefrontId,
  storefrontIds,
  type UpstreamModelView,
  type UpstreamsView,
  type UpstreamView,
} from "@covenant/domain";
import { worldFaults } from "@covenant/providers";
import { creditWorthMicroUsd, storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { wholeAccount } from "./hear-end.ts";

/** Every provider with the models it runs for us: what stops it, and how its attempts of the last hour ended. */
export async function listUpstreams({ db, clock }: Pick<Deps, "db" | "clock">): Promise<UpstreamsView> {
  const [models, routes, stops, breakers, accounts, endings] = await Promise.all([
    db.rows.model.findMany({ where: { enabled: true }, orderBy: { position: "asc" } }),
    db.rows.route.findMany({ where: { enabled: true }, orderBy: [{ provider: "asc" }, { upstreamModel: "asc" }] }),
    db.rows.killSwitch.findMany({ where: { liftedAt: null } }),
    db.rows.breaker.findMany(),
    db.rows.upstreamAccount.findMany(),
    db.query<Ending>(endingsOfTheHour, [clock.now(), worldFaults]),
  ]);
  const known: Known = { routes, stops: stops.map(stopOf), breakers, endings };
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
type Ending = Omit<UpstreamModelView, "breaker" | "earnedMicroUsd" | "costMicroUsd"> & {
  provider: string;
  /** By storefront and route cost: how many credits were taken, and for how many deliveries. */
  taken: readonly { storefront: StorefrontId; credits: number; costMicroUsd: number }[];
};
type Known = {
  routes: readonly RouteRow[];
  stops: readonly KillSwitchView[];
  breakers: readonly Prisma.BreakerGetPayload<object>[];
  endings: readonly Ending[];
};

function viewProvider(known: Known, provider: string): Omit<UpstreamView, "places"> {
  const names = new Set(
    known.routes.filter((route) => route.provider === provider).map((route) => route.upstreamModel),
  );
  const models = [...names].map((name) => viewModel(known, provider, name));
  return {
    provider,
    inFlight: sum(models.map(({ inFlight }) => inFlight)),
    stopped: known.stops.find(({ kind, target }) => kind === "provider" && target === provider) ?? null,
    breaker: breakerOf(known, provider, wholeAccount),
    models,
  };
}

function viewModel(known: Known, provider: string, upstreamModel: string): UpstreamModelView {
  const ending = known.endings.find((each) => each.provider === provider && each.upstreamModel === upstreamModel);
  const {
    inFlight = 0,
    delivered = 0,
    refused = 0,
    failed = 0,
    p50Seconds = null,
    p95Seconds = null,
    taken = [],
  } = ending ?? {};
  return {
    upstreamModel,
    breaker: breakerOf(known, provider, upstreamModel),
    ...{ inFlight, delivered, refused, failed, p50Seconds, p95Seconds },
    costMicroUsd: sum(taken.map(({ costMicroUsd }) => costMicroUsd)),
    earnedMicroUsd: Math.round(
      sum(taken.map(({ storefront, credits }) => credits * creditWorthMicroUsd(storefronts[storefront]))),
    ),
  };
}

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

const endingsOfTheHour = `
  SELECT a.provider, a.upstream_model AS "upstreamModel",
    (count(*) FILTER (WHERE a.ended_at IS NULL))::int AS "inFlight",
    (count(*) FILTER (WHERE a.state = 'finished'))::int AS delivered,
    (count(*) FILTER (WHERE a.failure ->> 'class' <> ALL ($2::text[])))::int AS refused,
    (count(*) FILTER (WHERE a.failure ->> 'class' = ANY ($2::text[])))::int AS failed,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM a.ended_at - a.created_at)::float8)
      FILTER (WHERE a.state = 'finished') AS "p50Seconds",
    percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM a.ended_at - a.created_at)::float8)
      FILTER (WHERE a.state = 'finished') AS "p95Seconds",
    coalesce(jsonb_agg(jsonb_build_object('storefront', g.storefront, 'credits', g.credits,
      'costMicroUsd', coalesce(r.cost_micro_usd, 0))) FILTER (WHERE a.state = 'finished'), '[]') AS taken
  FROM attempt a JOIN generation g ON g.id = a.generation_id LEFT JOIN route r ON r.id = a.route_id
  WHERE a.ended_at > $1::timestamptz - interval '1 hour' OR a.ended_at IS NULL
  GROUP BY 1, 2`;
