import { enqueue, type Tx } from "@covenant/db";
import {
  type AttemptId,
  type GenerationId,
  type GenerationState,
  isTerminal,
  type MemberId,
  type Modality,
  newId,
  type UploadId,
} from "@covenant/domain";
import type { RouteFields, Submission } from "@covenant/providers";
import type { Deps } from "../deps.ts";
import { readUpload } from "../uploads/read-upload.ts";
import { appendEvent } from "./append-event.ts";
import { type AttemptRow, inFlight, moveAttempt } from "./attempt-store.ts";
import { endUncharged } from "./end-generation.ts";
import { failAttempt } from "./fail-attempt.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import { readAttemptJob } from "./generations-jobs.ts";
import { pickRoute, type RouteRow } from "./pick-route.ts";

export type AttemptDeps = Pick<
  Deps,
  "db" | "clock" | "providers" | "settings" | "log" | "keys" | "files" | "fetchFile"
>;

type Prepared = { generation: GenerationRow; attempt: AttemptRow; route: RouteRow };

/**
 * Makes the next attempt of a generation: the attempt is written before the upstream is called, and what the upstream
 * answers is written before anything else happens. Run twice, it does nothing the second time.
 */
export async function runAttempt(deps: AttemptDeps, { generationId }: { generationId: GenerationId }): Promise<void> {
  const prepared = await deps.db.transaction((tx) => prepareAttempt(deps, tx, generationId));
  if (prepared === null) return;
  const { generation, attempt, route } = prepared;
  const attemptId = attempt.id as AttemptId;
  const provider = deps.providers.get(route.provider);
  if (provider === undefined) throw new Error(`no adapter for provider ${route.provider}`);

  const submitted = await provider.submit(await submissionOf(deps, prepared));
  switch (submitted.kind) {
    case "accepted":
      return followUp(deps, attemptId, "submitted", submitted.handle);
    case "unknown-outcome":
      deps.log.warn({ attemptId, detail: submitted.detail }, "submit answer lost");
      return followUp(deps, attemptId, "unknown");
    case "refused":
      return failAttempt(deps, { attemptId, generationId: generation.id as GenerationId, failure: submitted.refusal });
  }
}

/** Decides under the lock whether an attempt is due, and writes it. */
async function prepareAttempt(deps: AttemptDeps, tx: Tx, generationId: GenerationId): Promise<Prepared | null> {
  const generation = await lockGeneration(tx, generationId);
  if (generation === null || isTerminal(generation.state as GenerationState)) return null;
  const at = deps.clock.now();
  if (generation.state === "queued" && generation.startBy <= at) {
    await endUncharged(tx, generation, {
      state: "expired",
      reason: "not-started-in-time",
      stage: "Its deadline passed before it started",
      at,
    });
    return null;
  }
  const earlier = await tx.rows.attempt.findMany({ where: { generationId }, orderBy: { number: "asc" } });
  const open = earlier.find((attempt) => (inFlight as readonly string[]).includes(attempt.state));
  if (open !== undefined) {
    await resume(tx, open);
    return null;
  }
  const { route, considered } = await pickRoute(tx, generation, earlier, at);
  if (route === null) {
    await endUncharged(tx, generation, {
      state: "failed",
      reason: "provider-failed",
      stage: "No model was available",
      at,
    });
    return null;
  }
  const attempt = await tx.rows.attempt.create({
    data: {
      id: newId("attempt"),
      generationId,
      number: earlier.length + 1,
      routeId: route.id,
      provider: route.provider,
      upstreamModel: route.upstreamModel,
      considered: JSON.parse(JSON.stringify(considered)),
      state: "intent",
    },
  });
  await appendEvent(tx, generation, { state: "running", stage: "Sent to the model" });
  return { generation, attempt, route };
}

/**
 * An attempt is already under way, so this job came twice or its process died. One that was never seen to be accepted
 * may have reached the upstream all the same: it is not repeated, only followed.
 */
async function resume(tx: Tx, attempt: AttemptRow): Promise<void> {
  if (attempt.state === "intent") await moveAttempt(tx, attempt.id as AttemptId, ["intent"], { state: "unknown" });
  await enqueue(tx, readAttemptJob, { attemptId: attempt.id as AttemptId });
}

async function followUp(
  { db, settings }: AttemptDeps,
  attemptId: AttemptId,
  state: "submitted" | "unknown",
  handle?: Parameters<typeof moveAttempt>[3]["handle"],
): Promise<void> {
  await db.transaction(async (tx) => {
    await moveAttempt(tx, attemptId, ["intent", "unknown"], handle === undefined ? { state } : { state, handle });
    await enqueue(tx, readAttemptJob, { attemptId }, { delay: settings.ATTEMPT_READ_EVERY_MS });
  });
}

/** What the upstream gets: the request's prompt and file, and nothing that says whose they are. */
async function submissionOf(deps: AttemptDeps, { generation, attempt, route }: Prepared): Promise<Submission> {
  const { prompt, size, uploadId } = generation;
  const image =
    uploadId === null ? null : await readUpload(deps, generation.memberId as MemberId, uploadId as UploadId);
  return {
    attemptId: attempt.id as AttemptId,
    upstreamModel: route.upstreamModel,
    operation: route.operation as Modality,
    fields: route.fields as unknown as RouteFields,
    input: {
      ...(prompt === null ? {} : { prompt }),
      ...(size === null ? {} : { size }),
      ...(image === null ? {} : { image }),
      parameters: route.parameters as Submission["input"]["parameters"],
    },
    webhookUrl: `${deps.settings.API_URL}/webhooks/providers/${route.provider}/${attempt.id}`,
    retention: route.noStore === "none" ? "default" : "no-store",
    startDeadlineSeconds: Math.max(1, Math.ceil((generation.finishBy.getTime() - deps.clock.now().getTime()) / 1000)),
  };
}
