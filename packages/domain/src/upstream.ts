import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import { noteSchema } from "./note.ts";
import { storefrontIdSchema } from "./storefront.ts";

/** What a person can stop: all that a provider runs, one model of a storefront, or a storefront. */
export const killSwitchKinds = ["provider", "model", "storefront"] as const;
export type KillSwitchKind = (typeof killSwitchKinds)[number];

const target = z.object({
  kind: z.enum(killSwitchKinds),
  /** `fal`, `image-ai-run/z-image` or `image-ai-run`. */
  target: z.string().check(z.minLength(1), z.maxLength(200)),
});

export const killSwitchQuestion = target;
export type KillSwitchQuestion = z.infer<typeof killSwitchQuestion>;

/** What a stop would meet: what waits would not start, what runs would finish. */
export const killSwitchPreview = z.object({ waiting: z.int(), running: z.int() });
export type KillSwitchPreview = z.infer<typeof killSwitchPreview>;

export const killSwitchRequest = z.extend(target, { reason: noteSchema("Say why: whoever lifts it reads it.") });
export type KillSwitchRequest = z.infer<typeof killSwitchRequest>;

export const liftRequest = z.object({ killSwitchId: idSchema("killSwitch") });

export const killSwitchView = z.extend(target, {
  id: idSchema("killSwitch"),
  reason: z.string(),
  staffId: z.string(),
  setAt: z.string(),
});
export type KillSwitchView = z.infer<typeof killSwitchView>;

export const placesRequest = z.object({
  provider: z.string(),
  places: z.int().check(z.minimum(1, "At least one."), z.maximum(10_000, "10,000 at most.")),
});
export type PlacesRequest = z.infer<typeof placesRequest>;

/** A breaker that is open, or lets one attempt try. */
export const breakerView = z.object({
  failureClass: z.string(),
  openedAt: z.string(),
  openUntil: z.string(),
  openings: z.int(),
});
export type BreakerView = z.infer<typeof breakerView>;

/** One name of a model at a provider, and how its attempts of the last hour ended. */
export const upstreamModelView = z.object({
  upstreamModel: z.string(),
  breaker: z.nullable(breakerView),
  inFlight: z.int(),
  delivered: z.int(),
  refused: z.int(),
  failed: z.int(),
  p50Seconds: z.nullable(z.number()),
  p95Seconds: z.nullable(z.number()),
  /** What the delivered attempts cost us and what their members' credits were worth, in millionths of a US dollar. */
  costMicroUsd: z.number(),
  earnedMicroUsd: z.number(),
});
export type UpstreamModelView = z.infer<typeof upstreamModelView>;

/** A provider, our account there, and what runs on it. */
export const upstreamView = z.object({
  provider: z.string(),
  places: z.nullable(z.int()),
  inFlight: z.int(),
  stopped: z.nullable(killSwitchView),
  /** Open where our account itself is refused. */
  breaker: z.nullable(breakerView),
  models: z.array(upstreamModelView),
});
export type UpstreamView = z.infer<typeof upstreamView>;

/** A storefront with the models it sells, and which of them a person has stopped. */
export const stoppableStorefront = z.object({
  storefront: storefrontIdSchema,
  stopped: z.nullable(killSwitchView),
  models: z.array(z.object({ target: z.string(), name: z.string(), stopped: z.nullable(killSwitchView) })),
});
export type StoppableStorefront = z.infer<typeof stoppableStorefront>;

export const upstreamsView = z.object({
  providers: z.array(upstreamView),
  storefronts: z.array(stoppableStorefront),
});
export type UpstreamsView = z.infer<typeof upstreamsView>;
