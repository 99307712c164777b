import { Refusal } from "@covenant/domain";
import { removePart, sealPart } from "../artifacts/seal-part.ts";
import { imageFormatOf } from "../decoding/image-format.ts";
import { refusalOfBytes } from "../decoding/refuse-format.ts";
import type { Deps } from "../deps.ts";
import { type ArrivalRow, appendPart } from "./arrivals-store.ts";
import { endArrival } from "./end-arrival.ts";

type ReceiveDeps = Pick<Deps, "db" | "keys" | "files" | "settings" | "log">;

/** Held in memory at a time, and what a broken line costs at most. With its seal it is one request to an S3. */
export const partBytes = 7_500_000;
/** Of a broken line, less than this is not worth a part. */
const worthKeeping = 64 * 1024;
const partsAtMost = 4000;

/**
 * Takes bytes of a file as they come, from where it stands, and stores them sealed in parts. Answers how much of the file is
 * here now; what came before a line broke counts. A file whose first bytes are not an image's is refused at once, and ended.
 */
export async function receiveBytes(deps: ReceiveDeps, arrival: ArrivalRow, bytes: AsyncIterable<Uint8Array>) {
  const { id } = arrival;
  let { received } = arrival;
  let parts = arrival.parts.length;
  for await (const block of inParts(bytes)) {
    if (received + block.length > arrival.bytes) throw new Refusal("upload/too-large", { mostBytes: arrival.bytes });
    if (parts >= partsAtMost) throw new Refusal("request/too-many", { most: partsAtMost });
    if (received === 0) await requireImage(deps, arrival, block);
    const part = await sealPart(deps, { fileId: id, bytes: block });
    if (!(await appendPart(deps.db, { id, received }, { part, bytes: block.length }))) {
      await removePart(deps, id, part);
      throw new Refusal("upload/out-of-step");
    }
    received += block.length;
    parts += 1;
  }
  return received;
}

/** The sender learns now what would be said of the file once all of it was here. */
async function requireImage(deps: ReceiveDeps, arrival: ArrivalRow, front: Uint8Array): Promise<void> {
  if (front.length < 12 && arrival.bytes > front.length) return;
  if (imageFormatOf(front) !== null) return;
  await endArrival(deps, arrival.id);
  throw refusalOfBytes(front);
}

/** Blocks of {@link partBytes}, and a shorter last one. A line that breaks is how a transfer pauses, so it is no error here. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let isBroken = false;
  try {
    for await (const piece of bytes) {
      waiting.push(piece);
      length += piece.length;
      if (length < partBytes) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      length = 0;
    }
  } catch {
    isBroken = true;
  }
  if (length >= (isBroken ? worthKeeping : 1)) yield Buffer.concat(waiting);
}
