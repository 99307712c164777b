import { createHash } from "node:crypto";
import { deliverWebhook } from "../deliver-webhook.ts";
import { textOf } from "../record.ts";
import type { FileShelf } from "../shelf/file-shelf.ts";
import type { World } from "../world.ts";
import { models } from "./models.ts";
import { modelError, type Run, type RunResult, requestError } from "./run.ts";
import type { WebhookSigner } from "./webhook-signer.ts";

export type FalRoom = {
  world: World;
  shelf: FileShelf;
  signer: WebhookSigner;
  runs: Map<string, Run>;
  /** Prompts that `fail-once` has already failed. */
  failedOnce: Set<string>;
};

const queueMilliseconds = 300;
const runMilliseconds = 1_200;

/**
 * Takes a run from the queue to its end, then tells the webhook; `onTold` is called after its first try. Rejects only
 * when the sandbox closes.
 */
export async function performRun(room: FalRoom, run: Run, onTold: () => void): Promise<void> {
  const { world } = room;
  if (run.faults.has("stuck")) return;
  const slowness = run.faults.has("slow") ? 10 : 1;
  await world.background.sleep(world.pace(queueMilliseconds * slowness));
  if (!run.cancelled) {
    run.status = "IN_PROGRESS";
    log(run, "Runner assigned");
    if (run.faults.has("timeout")) return;
    const [result] = await Promise.all([
      resultOf(room, run),
      world.background.sleep(world.pace(runMilliseconds * slowness)),
    ]);
    run.result = result;
  }
  if (run.cancelled && !run.faults.has("cancel-ignored")) {
    run.result = requestError(499, "client_cancelled", "Request was cancelled");
  }
  run.status = "COMPLETED";
  run.input = {}; // Pictures arrive inside the input, and nobody reads them twice.
  log(run, "Done");
  await tellWebhook(room, run, onTold);
}

function log(run: Run, message: string): void {
  run.logs.push({ message, timestamp: new Date().toISOString(), level: "INFO", source: "USER" });
}

async function resultOf(room: FalRoom, run: Run): Promise<RunResult> {
  const { faults } = run;
  const prompt = run.input.prompt ?? null;
  if (faults.has("fail") || failsOnce(room, run))
    return requestError(503, "runner_disconnected", "Runner disconnected");
  if (faults.has("refuse-prompt")) {
    const message = "The content could not be processed because it contained material flagged by a content checker.";
    return modelError("content_policy_violation", message, "prompt", prompt);
  }
  if (faults.has("bad-input")) return modelError("image_too_small", "The image is too small.", "image_url", null);
  if (faults.has("empty")) return { kind: "output", body: { images: [], seed: 0 }, billableUnits: 0 };
  if (faults.has("no-media")) return modelError("no_media_generated", "No media was generated.", "prompt", prompt);
  log(run, "Generating");
  const model = models[run.endpoint];
  return model ? model(run, room.shelf) : requestError(404, "bad_request", "Application not found");
}

function failsOnce({ failedOnce }: FalRoom, run: Run): boolean {
  if (!run.faults.has("fail-once")) return false;
  const prompt = textOf(run.input.prompt) ?? textOf(run.input.image_url) ?? "";
  const key = createHash("sha256").update(prompt).digest("hex");
  if (failedOnce.has(key)) return false;
  failedOnce.add(key);
  return true;
}

async function tellWebhook({ world, signer }: FalRoom, run: Run, onTried: () => void): Promise<void> {
  const { webhookUrl: url, faults } = run;
  if (url === undefined || faults.has("no-webhook")) return;
  const body = JSON.stringify(webhookBodyOf(run));
  const copies = faults.has("duplicate-webhook") ? 3 : 1;
  const delivery = { url, body, headers: () => signer.headers(run, body), onTried };
  await Promise.all(Array.from({ length: copies }, () => deliverWebhook(world, delivery)));
}

function webhookBodyOf({ id, gatewayId, result }: Run): object {
  const ids = { request_id: id, gateway_request_id: gatewayId };
  if (result?.kind === "output") return { ...ids, status: "OK", payload: result.body };
  const error = result?.kind === "request-error" ? result.detail : `Invalid status code: ${result?.status ?? 500}`;
  return { ...ids, status: "ERROR", error, payload: { detail: result?.detail ?? null } };
}
