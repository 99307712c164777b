import { enqueue, type Tx } from "@covenant/db";
import {
  type AttemptId,
  type GenerationId,
  type GenerationState,
  isTerminal,
  type MemberId,
  type Modality,
  newId,
  Refusal,
  type UploadId,
} from "@covenant/domain";
import type {
  Conclusion,
  Failure,
  Handle,
  Provider,
  RouteFields,
  Submission,
  SubmissionImage,
  Submitted,
  TokenUsage,
} from "@covenant/providers";
import type { Deps } from "../deps.ts";
import { takeProbe } from "../routing/hear-end.ts";
import { isStopped } from "../routing/require-running.ts";
import { readUpload } from "../uploads/read-upload.ts";
import { appendEvent } from "./append-event.ts";
import { type AttemptRow, inFlight, moveAttempt } from "./attempt-store.ts";
import { endCancelled } from "./cancel-generation.ts";
import { finishDeadline } from "./deadlines.ts";
import { deliverOutputs } from "./deliver-outputs.ts";
import { endUncharged } from "./end-generation.ts";
import { failAttempt } from "./fail-attempt.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import { cancelUpstreamJob, readAttemptJob, runAttemptJob } from "./generations-jobs.ts";
import { sayStage } from "./look-again.ts";
import { loseAnswer } from "./lose-answer.ts";
import { type Picked, pickRoute, type RouteRow } from "./pick-route.ts";

export type AttemptDeps = Pick<
  Deps,
  "db" | "clock" | "providers" | "settings" | "log" | "keys" | "files" | "fetchFile" | "moderate"
>;

type Unpicked = Exclude<Picked, { kind: "route" }>;
type Prepared = { generation: GenerationRow; attempt: AttemptRow; route: RouteRow; provider: Provider };
/** The member's file; null where the request has none, "gone" where it had one. */
type Image = SubmissionImage | null | "gone";

/**
 * Makes the next attempt of a generation: the attempt is written before the upstream is called, and what the upstream
 * answers is written before anything else happens. Run twice, it does nothing the second time.
 */
export async function runAttempt(deps: AttemptDeps, { generationId }: { generationId: GenerationId }): Promise<void> {
  // Read before the attempt is written: while the store is down nothing has begun, and the queue comes back.
  const image = await readImage(deps, generationId);
  const prepared = await deps.db.transaction((tx) => prepareAttempt(deps, tx, generationId));
  if (prepared === null) return;
  const attemptId = prepared.attempt.id as AttemptId;

  const submitted = await submit(deps, prepared, image);
  switch (submitted.kind) {
    case "accepted":
      return followUp(deps, attemptId, "submitted", submitted.handle);
    case "answered":
      await recordUsage(deps, attemptId, submitted.usage);
      return conclude(deps, prepared, submitted.outcome);
    case "unknown-outcome":
      deps.log.warn({ attemptId, detail: submitted.detail }, "submit answer lost");
      if (prepared.provider.jobs === null) return loseAnswer(deps, prepared.attempt);
      return followUp(deps, attemptId, "unknown");
    case "refused":
      return failAttempt(deps, { attemptId, generationId, failure: submitted.refusal });
  }
}

/** What the invoice is made of; written before what came of it, which may fail. */
async function recordUsage({ db }: AttemptDeps, id: AttemptId, usage: TokenUsage | null): Promise<void> {
  if (usage !== null) await db.rows.attempt.update({ where: { id }, data: usage });
}

async function readImage(deps: AttemptDeps, id: GenerationId): Promise<Image> {
  const row = await deps.db.rows.generation.findUnique({ where: { id }, select: { memberId: true, uploadId: true } });
  if (row === null || row.uploadId === null) return null;
  return (await readUpload(deps, row.memberId as MemberId, row.uploadId as UploadId)) ?? "gone";
}

/** Decides under the lock whether an attempt is due, and writes it. */
async function prepareAttempt(deps: AttemptDeps, tx: Tx, generationId: GenerationId): Promise<Prepared | null> {
  const generation = await lockGeneration(tx, generationId);
  if (generation === null || isTerminal(generation.state as GenerationState)) return null;
  const at = deps.clock.now();
  const earlier = await tx.rows.attempt.findMany({ where: { generationId }, orderBy: { number: "asc" } });
  const open = earlier.find((attempt) => (inFlight as readonly string[]).includes(attempt.state));
  if (open !== undefined) return resume(tx, open);
  if (await isTooLate(tx, generation, at)) return null;
  if (generation.cancelAskedAt !== null) {
    await endCancelled(deps, tx, generation);
    return null;
  }
  if (generation.state === "queued" && (await isStopped(tx, generation.storefront, generation.modelId))) {
    const stage = "The model was stopped by us before it started";
    await endUncharged(tx, generation, { state: "failed", reason: "model-stopped", stage, at });
    return null;
  }

  const picked = await pickRoute(tx, { generation, earlier, providers: deps.providers, at });
  if (picked.kind !== "route") return waitOrEnd(tx, generation, picked, at);
  const { route, considered, isProbe } = picked;
  const provider = deps.providers.get(route.provider);
  if (provider === undefined) throw new Error(`no adapter for provider ${route.provider}`);
  await start(tx, generation, at);
  const id = newId("attempt");
  if (isProbe) await takeProbe(tx, route, id);
  const attempt = await tx.rows.attempt.create({
    data: {
      id,
      generationId,
      number: earlier.length + 1,
      routeId: route.id,
      provider: route.provider,
      upstreamModel: route.upstreamModel,
      considered: JSON.parse(JSON.stringify(considered)),
      state: "intent",
      createdAt: at,
    },
  });
  await appendEvent(tx, generation, { state: "running", stage: "Sent to the model" });
  return { generation, attempt, route, provider };
}

/**
 * No route may be asked now. Where that passes in time the generation waits, and says so; else it ends uncharged. What is
 * planned twice for one moment is one job.
 */
async function waitOrEnd(tx: Tx, generation: GenerationRow, picked: Unpicked, at: Date): Promise<null> {
  const deadline = generation.state === "queued" ? generation.startBy : generation.finishBy;
  if (picked.kind === "none" || picked.until >= deadline) {
    const ending = { state: "failed", reason: "provider-failed", stage: "No model was available", at } as const;
    await endUncharged(tx, generation, ending);
    return null;
  }
  const isFull = picked.considered.some(({ excludedBecause }) => excludedBecause === "no-place");
  await sayStage(tx, generation, isFull ? "Waiting for a place at the model" : "Waiting for the model to recover");
  const moment = Math.ceil(picked.until.getTime() / waitStep);
  const jobId = `${generation.id}.${moment}`;
  await enqueue(
    tx,
    runAttemptJob,
    { generationId: generation.id as GenerationId },
    { jobId, delay: moment * waitStep - at.getTime() },
  );
  return null;
}

const waitStep = 2_000;

/** Ends a generation whose deadline passed while no attempt was under way. */
async function isTooLate(tx: Tx, generation: GenerationRow, at: Date): Promise<boolean> {
  if (generation.state === "queued" && generation.startBy <= at) {
    const stage = "Its deadline passed before it started";
    await endUncharged(tx, generation, { state: "expired", reason: "not-started-in-time", stage, at });
    return true;
  }
  if (generation.state === "running" && generation.finishBy <= at) {
    const stage = "The model took too long";
    await endUncharged(tx, generation, { state: "failed", reason: "provider-timeout", stage, at });
    return true;
  }
  return false;
}

/** The time to finish in is counted from the first attempt. */
async function start(tx: Tx, generation: GenerationRow, at: Date): Promise<void> {
  if (generation.state !== "queued") return;
  generation.finishBy = finishDeadline(at, generation.expectedSeconds);
  await tx.rows.generation.update({ where: { id: generation.id }, data: { finishBy: generation.finishBy } });
}

/**
 * An attempt is already under way, so this job came twice or its process died. One that was never seen to be accepted
 * may have reached the upstream all the same: it is not repeated, only followed.
 */
async function resume(tx: Tx, { id, state, reads }: AttemptRow): Promise<null> {
  const attemptId = id as AttemptId;
  if (state === "intent") await moveAttempt(tx, attemptId, ["intent"], { state: "unknown" });
  await enqueue(tx, readAttemptJob, { attemptId, turn: reads });
  return null;
}

async function submit(deps: AttemptDeps, prepared: Prepared, image: Image): Promise<Submitted> {
  if (image === "gone") return refusedByUs("the file is gone");
  try {
    return await prepared.provider.submit(submissionOf(deps, prepared, image));
  } catch (error) {
    // The adapter says so before it sends anything.
    if (error instanceof Refusal) return refusedByUs(error.code);
    throw error;
  }
}

/** Ends an attempt whose answer was its result. Files that cannot be used are not asked for again: there is no again. */
async function conclude(deps: AttemptDeps, { attempt, generation }: Prepared, outcome: Conclusion): Promise<void> {
  const ids = { attemptId: attempt.id as AttemptId, generationId: generation.id as GenerationId };
  if (outcome.kind === "failed") return failAttempt(deps, { ...ids, failure: outcome.failure });
  const problem = await deliverOutputs(deps, { attempt, generation, outputs: outcome.outputs });
  if (problem === null) return;
  const failure = { class: "transient", category: null, stage: "output", detail: problem.detail } as const;
  await failAttempt(deps, { ...ids, failure });
}

function refusedByUs(detail: string): Submitted {
  const failure: Failure = { class: "bad-input", category: null, stage: "submit", detail };
  return { kind: "refused", refusal: { ...failure, retryAfterSeconds: null } };
}

async function followUp(
  { db, settings }: AttemptDeps,
  attemptId: AttemptId,
  state: "submitted" | "unknown",
  handle?: Parameters<typeof moveAttempt>[3]["handle"],
): Promise<void> {
  await db.transaction(async (tx) => {
    const change = handle === undefined ? { state } : { state, handle };
    const isUnderWay = await moveAttempt(tx, attemptId, ["intent", "unknown"], change);
    if (handle !== undefined && (!isUnderWay || (await isCancelAsked(tx, attemptId)))) {
      await keepHandle(tx, attemptId, handle);
      await enqueue(tx, cancelUpstreamJob, { attemptId });
    }
    await enqueue(tx, readAttemptJob, { attemptId, turn: 0 }, { delay: settings.ATTEMPT_READ_EVERY_MS });
  });
}

async function isCancelAsked(tx: Tx, id: AttemptId): Promise<boolean> {
  return (await tx.rows.attempt.count({ where: { id, generation: { cancelAskedAt: { not: null } } } })) > 0;
}

/** The generation ended while its job was being accepted: the job is known all the same, and is no orphan. */
async function keepHandle(tx: Tx, id: AttemptId, handle: Handle): Promise<void> {
  await tx.query("UPDATE attempt SET handle = $2::jsonb WHERE id = $1::text AND handle IS NULL", [
    id,
    JSON.stringify(handle),
  ]);
}

/** What the upstream gets: the request's prompt and file, and nothing that says whose they are. */
function submissionOf(
  { settings, clock }: AttemptDeps,
  { generation, attempt, route }: Prepared,
  image: SubmissionImage | null,
): Submission {
  const { prompt, size, count } = generation;
  return {
    attemptId: attempt.id as AttemptId,
    upstreamModel: route.upstreamModel,
    operation: route.operation as Modality,
    fields: route.fields as unknown as RouteFields,
    input: {
      count,
      ...(prompt === null ? {} : { prompt }),
      ...(size === null ? {} : { size }),
      ...(image === null ? {} : { image }),
      parameters: route.parameters as Submission["input"]["parameters"],
    },
    webhookUrl: `${settings.API_URL}/webhooks/providers/${route.provider}/${attempt.id}`,
    retention: route.noStore === "none" ? "default" : "no-store",
    startDeadlineSeconds: Math.max(1, Math.ceil((generation.finishBy.getTime() - clock.now().getTime()) / 1000)),
  };
}
