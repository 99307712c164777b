import {
  type ArtifactFormat,
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
import { DecoderDied } from "../decoding/decoder.ts";
import { identify } from "../decoding/identify.ts";
import { look } from "../decoding/look.ts";
import { recordImprint } from "../imprints/record-imprint.ts";
import { hearEnd } from "../routing/hear-end.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { type AttemptRow, inFlight, moveAttempt } from "./attempt-store.ts";
import { endGeneration, subjectOf } from "./end-generation.ts";
import { eraseSoon } from "./erase-upstream.ts";
import { failAttempt } from "./fail-attempt.ts";
import { type GenerationRow, lockGeneration } from "./generation-store.ts";
import { isWithheld, type JudgedResult, judgeResult } from "./judge-result.ts";
import { recordWithheld } from "./record-withheld.ts";
import type { AttemptDeps } from "./run-attempt.ts";

type Delivery = { attempt: AttemptRow; generation: GenerationRow; outputs: readonly UpstreamOutput[] };
type Stored = Omit<NewArtifact, "keepUntil">;
/** A file that came: sealed and to be delivered, or withheld and let go. What is no picture has nothing to be judged. */
type Arrived = { role: UpstreamOutput["role"]; stored: Stored | null; judged: JudgedResult | null };

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
 * Brings an upstream's files home (fetched through the guard where they did not come with the answer, checked for what they are, judged, encrypted, stored) and
 * only then ends the generation as delivered. A picture that is withheld is not stored; where nothing is left to deliver, the attempt
 * ends as one that the upstream's own check refused. Two workers may both fetch; the one that ends it first keeps its files. Where the
 * files could not be had nothing has changed, and the answer says why.
 */
export async function deliverOutputs(
  deps: AttemptDeps,
  { attempt, generation, outputs }: Delivery,
): Promise<FetchProblem | null> {
  const arrived: Arrived[] = [];
  try {
    for (const output of outputs) arrived.push(await bringHome(deps, generation, output));
  } catch (error) {
    await discardAll(deps, arrived);
    return problemOf(error);
  }
  const withheld = withheldOf(arrived);
  if (withheld.length > 0 && isNothingLeft(arrived)) {
    await discardAll(deps, arrived);
    await refuseAll(deps, attempt, withheld);
    return null;
  }
  const isOurs = await finish(deps, attempt, generation.id as GenerationId, arrived);
  if (!isOurs) await discardAll(deps, arrived);
  return null;
}

/** A companion shows what its result is, so that none is delivered whose companion is withheld. */
function isNothingLeft(arrived: readonly Arrived[]): boolean {
  return (
    arrived.some(({ role, stored }) => role === "extra" && stored === null) ||
    !arrived.some(({ role, stored }) => role === "main" && stored !== null)
  );
}

function refuseAll(deps: AttemptDeps, attempt: AttemptRow, withheld: readonly JudgedResult[]): Promise<void> {
  const failure = {
    class: "policy-output",
    category: null,
    stage: "output",
    detail: "withheld by a check of ours",
  } as const;
  const ids = { attemptId: attempt.id as AttemptId, generationId: attempt.generationId as GenerationId };
  return failAttempt(deps, { ...ids, failure, withheld });
}

function withheldOf(arrived: readonly Arrived[]): JudgedResult[] {
  return arrived.flatMap(({ judged }) => (judged !== null && isWithheld(judged) ? [judged] : []));
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
  if (error instanceof NotWhatItClaims || error instanceof DecoderDied) return { detail: error.message, mayPass: true };
  throw error;
}

async function bringHome(deps: AttemptDeps, generation: GenerationRow, output: UpstreamOutput): Promise<Arrived> {
  const bytes = output.bytes ?? (await fetchOutput(deps, output));
  const identity = await identify(bytes);
  if (identity !== null && bytes.length > bytesAtMost[identity.format]) throw new FetchFault("too-large");
  if (identity === null || kindOf[identity.format] !== kindOf[output.format])
    throw new NotWhatItClaims(`not a readable ${output.format} file`);
  const { role } = output;
  const seen = await look(bytes);
  const judged = seen && (await judgeResult(deps, generation, seen));
  if (judged !== null && isWithheld(judged)) return { role, stored: null, judged };
  const id = newId("artifact");
  const { sha256 } = await sealFile(deps, { fileId: id, bytes });
  const { format, width, height } = identity;
  const stored = { id, ...subjectOf(generation), role, format, bytes: bytes.length, width, height, sha256 };
  return { role, stored, judged };
}

async function fetchOutput(
  { fetchFile }: AttemptDeps,
  { url, format }: { url: string; format: ArtifactFormat },
): Promise<Uint8Array> {
  return (await fetchFile(url, { maxBytes: bytesAtMost[format], timeoutMs: timeLimitMs })).bytes;
}

/** One transaction: the files' rows, the charge and the last event. False when the generation was over already. */
async function finish(deps: AttemptDeps, attempt: AttemptRow, generationId: GenerationId, arrived: readonly Arrived[]) {
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
    const files = arrived.flatMap(({ stored, judged }) => (stored === null ? [] : [{ stored, judged }]));
    for (const [index, { stored, judged }] of files.entries()) {
      await recordArtifact(tx, { ...stored, ordinal: index + 1, keepUntil: retention.outcome.keepUntil });
      if (judged !== null)
        await recordImprint(tx, { ...subject, of: { artifactId: stored.id }, imprint: judged.look.imprint });
    }
    await recordWithheld(tx, generation, withheldOf(arrived));
    const requested = generation.count;
    const delivered = Math.min(requested, files.filter(({ stored }) => stored.role === "main").length);
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

async function discardAll(deps: AttemptDeps, arrived: readonly Arrived[]): Promise<void> {
  for (const { stored } of arrived) if (stored !== null) await discardFile(deps, stored.id);
}
