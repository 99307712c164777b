import {
  type ArtifactFormat,
  type ArtifactId,
  type AttemptId,
  type GenerationId,
  type GenerationState,
  isTerminal,
  newId,
} from "@covenant/domain";
import { ruleOnRetention } from "@covenant/policy";
import { FetchFault, type FetchFaultKind, type UpstreamOutput } from "@covenant/providers";
import { discardFile } from "../artifacts/discard-file.ts";
import { type NewArtifact, recordArtifact } from "../artifacts/record-artifact.ts";
import { sealFile } from "../artifacts/seal-file.ts";
import { identify } from "../decoding/identify.ts";
import { hearEnd } from "../routing/hear-end.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { type AttemptRow, inFlight, moveAttempt } from "./attempt-store.ts";
import { endGeneration, subjectOf } from "./end-generation.ts";
import { eraseSoon } from "./erase-upstream.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import type { AttemptDeps } from "./run-attempt.ts";

type Delivery = { attempt: AttemptRow; generation: GenerationRow; outputs: readonly UpstreamOutput[] };
type Stored = Omit<NewArtifact, "keepUntil">;

/** Why finished files are not here, without their address, and whether another fetch may bring them. */
export type FetchProblem = { detail: string; mayPass: boolean };

/** The most bytes of one file, by what it says it is; what it turns out to be is held to the same. */
const bytesAtMost = {
  png: 50_000_000,
  jpeg: 50_000_000,
  webp: 50_000_000,
  glb: 150_000_000,
  stl: 150_000_000,
  obj: 150_000_000,
  mp4: 250_000_000,
  mp3: 50_000_000,
  wav: 100_000_000,
} as const satisfies Record<ArtifactFormat, number>;
const timeLimitMs = 120_000;

/** What a format is to whoever asked for one of them: a picture may come as another picture, a mesh as no other file. */
const kindOf = {
  png: "picture",
  jpeg: "picture",
  webp: "picture",
  glb: "glb",
  stl: "stl",
  obj: "obj",
  mp4: "film",
  mp3: "sound",
  wav: "sound",
} as const satisfies Record<ArtifactFormat, string>;

/**
 * Brings an upstream's files home (fetched through the guard where they did not come with the answer, checked for what they are, encrypted, stored) and only
 * then ends the generation as delivered. Two workers may both fetch; the one that ends it first keeps its files. Where
 * the files could not be had nothing has changed, and the answer says why.
 */
export async function deliverOutputs(
  deps: AttemptDeps,
  { attempt, generation, outputs }: Delivery,
): Promise<FetchProblem | null> {
  const stored: Stored[] = [];
  try {
    for (const output of outputs) stored.push(await bringHome(deps, generation, output));
  } catch (error) {
    await discardAll(deps, stored);
    return problemOf(error);
  }
  const isOurs = await finish(deps, attempt, generation.id as GenerationId, stored);
  if (!isOurs) await discardAll(deps, stored);
  return null;
}

class NotWhatItClaims extends Error {}

/** Faults that lie in the address or in the file itself, so that a further fetch meets them again. */
const lasting: ReadonlySet<FetchFaultKind> = new Set([
  "bad-url",
  "scheme",
  "credentials",
  "port",
  "private-address",
  "redirect-downgrade",
  "too-large",
]);

/** @throws what is no problem of the files: a store or a database that is down, or a bug. */
function problemOf(error: unknown): FetchProblem {
  if (error instanceof FetchFault) return { detail: error.message, mayPass: !lasting.has(error.kind) };
  // Bytes that arrived and are no such file may have been damaged on their way.
  if (error instanceof NotWhatItClaims) return { detail: error.message, mayPass: true };
  throw error;
}

async function bringHome(deps: AttemptDeps, generation: GenerationRow, output: UpstreamOutput): Promise<Stored> {
  const bytes = output.bytes ?? (await fetchOutput(deps, output));
  const identity = await identify(bytes);
  if (identity !== null && bytes.length > bytesAtMost[identity.format]) throw new FetchFault("too-large");
  if (identity === null || kindOf[identity.format] !== kindOf[output.format])
    throw new NotWhatItClaims(`not a readable ${output.format} file`);
  const id = newId("artifact");
  const { sha256 } = await sealFile(deps, { fileId: id, bytes });
  const { format, width, height } = identity;
  return { id, ...subjectOf(generation), role: output.role, format, bytes: bytes.length, width, height, sha256 };
}

async function fetchOutput(
  { fetchFile }: AttemptDeps,
  { url, format }: { url: string; format: ArtifactFormat },
): Promise<Uint8Array> {
  return (await fetchFile(url, { maxBytes: bytesAtMost[format], timeoutMs: timeLimitMs })).bytes;
}

/** One transaction: the files' rows, the charge and the last event. False when the generation was over already. */
async function finish(deps: AttemptDeps, attempt: AttemptRow, generationId: GenerationId, stored: readonly Stored[]) {
  return deps.db.transaction(async (tx) => {
    const generation = await lockGeneration(tx, generationId);
    if (generation === null || isTerminal(generation.state as GenerationState)) return false;
    if (!(await moveAttempt(tx, attempt.id as AttemptId, inFlight, { state: "finished" }))) return false;
    await eraseSoon(deps, tx, attempt.id as AttemptId);
    const at = deps.clock.now();
    await hearEnd(deps, tx, attempt, "finished", at);
    const subject = subjectOf(generation);
    const facts = {
      storefront: subject.storefront,
      at,
      subject: "artifact",
      createdAt: at,
      firstDownloadConfirmedAt: null,
      preservedAt: null,
    } as const;
    const retention = ruleOnRetention(facts);
    await recordRuling(tx, subject, retention, facts);
    for (const [index, file] of stored.entries()) {
      await recordArtifact(tx, { ...file, ordinal: index + 1, keepUntil: retention.outcome.keepUntil });
    }
    const requested = generation.count;
    const delivered = Math.min(requested, stored.filter(({ role }) => role === "main").length);
    await endGeneration(tx, generation, {
      state: "delivered",
      reason: "delivered",
      stage: delivered < requested ? `Delivered ${delivered} of ${requested}` : "Delivered",
      at,
      delivered,
      requested,
      signals: [],
      standing: "none",
      category: null,
    });
    return true;
  });
}

async function discardAll(deps: AttemptDeps, stored: readonly { id: ArtifactId }[]): Promise<void> {
  for (const { id } of stored) await discardFile(deps, id);
}
