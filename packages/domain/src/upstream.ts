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

/** What is the matter: a name that is gone, our account refused, or jobs upstream that nobody knows the id of. */
export const alarmKinds = ["model-gone", "account-refused", "orphan"] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** Something staff have to see to, and the models on sale that it concerns. */
export const alarmView = z.object({
  id: idSchema("alarm"),
  kind: z.enum(alarmKinds),
  provider: z.string(),
  /** `*` stands for everything on our account there. */
  upstreamModel: z.string(),
  raisedAt: z.string(),
  lastAt: z.string(),
  times: z.int(),
  models: z.array(
    z.object({
      storefront: storefrontIdSchema,
      modelId: z.string(),
      name: z.string(),
      successor: z.nullable(z.string()),
      /** Routes that are left to run it on. */
      otherRoutes: z.int(),
    }),
  ),
});
export type AlarmView = z.infer<typeof alarmView>;

export const alarmResolution = z.object({
  alarmId: idSchema("alarm"),
  note: noteSchema("Say what was done: it is kept with the act."),
});

/** A job that may exist upstream though the answer to our submission was lost. */
export const orphanView = z.object({
  attemptId: idSchema("attempt"),
  generationId: idSchema("generation"),
  storefront: storefrontIdSchema,
  provider: z.string(),
  upstreamModel: z.string(),
  sentAt: z.string(),
  lostAt: z.string(),
  /** Credits that are held until `heldUntil`, or until somebody decides; null where its generation is over. */
  heldCredits: z.nullable(z.int()),
  heldUntil: z.nullable(z.string()),
});
export type OrphanView = z.infer<typeof orphanView>;

const orphanNote = noteSchema("Say how you know: it is kept with the act.");
/** The job was found at the upstream, under this id. */
export const attachRequest = z.object({
  attemptId: idSchema("attempt"),
  upstreamId: z.string().check(z.trim(), z.minLength(1, "Give the id it has there."), z.maxLength(200)),
  note: orphanNote,
});
export type AttachRequest = z.infer<typeof attachRequest>;
/** There is no such job at the upstream. */
export const releaseRequest = z.object({ attemptId: idSchema("attempt"), note: orphanNote });
export type ReleaseRequest = z.infer<typeof releaseRequest>;

/** A breaker that is open, or lets one attempt try. */
export const breakerView = z.object({
  failureClass: z.string(),
  openedAt: z.string(),
  openUntil: z.string(),
  openings: z.int(),
});
export type BreakerView = z.infer<typeof breakerView>;

const upstreamFigures = z.object({
  /** Generations that wait and could be sent there. */
  waiting: z.int(),
  inFlight: z.int(),
  delivered: z.int(),
  failed: z.int(),
  /** How far what was refused had come: unsent, at work, made, or not told. */
  refused: z.object({ before: z.int(), atWork: z.int(), afterwards: z.int(), unknown: z.int() }),
  p50Seconds: z.nullable(z.number()),
  p95Seconds: z.nullable(z.number()),
  /** What the upstream counted, where it counts so. */
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** What the delivered attempts cost us and what their members' credits were worth, in millionths of a US dollar. */
  costMicroUsd: z.number(),
  earnedMicroUsd: z.number(),
});
/** What waits and runs now, and how the attempts of the last hour ended. */
export type UpstreamFigures = z.infer<typeof upstreamFigures>;

/** One name of a model at a provider. */
export const upstreamModelView = z.extend(upstreamFigures, {
  upstreamModel: z.string(),
  breaker: z.nullable(breakerView),
});
export type UpstreamModelView = z.infer<typeof upstreamModelView>;

/** A provider, our account there, and what runs on it. */
export const upstreamView = z.extend(upstreamFigures, {
  provider: z.string(),
  places: z.nullable(z.int()),
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
