import { createDecipheriv } from "node:crypto";
import {
  boundTo,
  type ClearRange,
  chunkBytes,
  chunksOf,
  cipherName,
  type FileSeal,
  headerBytes,
  inBlocks,
  magic,
  nonceOf,
  tagBytes,
} from "./sealed-format.ts";

/** Sealed bytes that are not what was written: changed, cut short, reordered, another file's, or under another key. */
export class DamagedFile extends Error {
  constructor(fileId: string, cause?: unknown) {
    super(`the sealed bytes of ${fileId} are not what was written`, { cause });
    this.name = "DamagedFile";
  }
}

/**
 * Opens a sealed file chunk by chunk. No byte leaves before its chunk is authenticated; a file cut at a chunk's edge
 * fails at its end. Throws {@link DamagedFile}.
 */
export async function* decrypt(seal: FileSeal, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = sealed[Symbol.asyncIterator]();
  try {
    const { header, rest } = await takeHeader(source);
    requireHeader(seal, header);
    const open = opener(seal, header);
    for await (const { block, isLast } of inBlocks(rest, chunkBytes + tagBytes)) yield open(block, isLast);
  } finally {
    await source.return?.();
  }
}

export type SealedRange = {
  range: ClearRange;
  /** Of the clear file, in bytes. */
  length: number;
  /** The sealed file's header, and the chunks the range lies in. */
  header: Uint8Array;
  chunks: AsyncIterable<Uint8Array>;
};

/** Opens a part of a sealed file; the chunks it lies in are authenticated whole, each in its place. Throws {@link DamagedFile}. */
export async function* decryptRange(seal: FileSeal, part: SealedRange): AsyncGenerator<Uint8Array> {
  const { range, length, header } = part;
  const { first } = chunksOf(range);
  const lastOfFile = Math.max(0, Math.ceil(length / chunkBytes) - 1);
  requireHeader(seal, header);
  const open = opener(seal, header, first);
  let at = first;
  for await (const { block } of inBlocks(part.chunks, chunkBytes + tagBytes)) {
    const clear = open(block, at === lastOfFile);
    const start = at * chunkBytes;
    yield clear.subarray(Math.max(0, range.from - start), range.to + 1 - start);
    at += 1;
  }
  if (at <= Math.floor(range.to / chunkBytes)) throw new DamagedFile(seal.fileId);
}

function requireHeader({ fileId }: FileSeal, header: Uint8Array): void {
  const isOurs = header.length === headerBytes && magic.every((byte, at) => header[at] === byte);
  if (!isOurs) throw new DamagedFile(fileId);
}

/** Opens one chunk after another; it counts them, so each opens only in its own place. */
function opener({ fileId, key }: FileSeal, header: Uint8Array, first = 0) {
  const prefix = header.subarray(magic.length);
  const bound = boundTo(header, fileId);
  let counter = first;
  return (chunk: Uint8Array, isLast: boolean): Uint8Array => {
    if (chunk.length < tagBytes) throw new DamagedFile(fileId);
    const decipher = createDecipheriv(cipherName, key, nonceOf(prefix, counter, isLast), { authTagLength: tagBytes });
    decipher.setAAD(bound);
    decipher.setAuthTag(chunk.subarray(-tagBytes));
    const clear = decipher.update(chunk.subarray(0, -tagBytes));
    try {
      decipher.final();
    } catch (cause) {
      throw new DamagedFile(fileId, cause);
    }
    counter += 1;
    return clear;
  };
}

async function takeHeader(source: AsyncIterator<Uint8Array>) {
  let front = Buffer.alloc(0);
  while (front.length < headerBytes) {
    const step = await source.next();
    if (step.done) break;
    front = Buffer.concat([front, step.value]);
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield front.subarray(headerBytes);
    for (let step = await source.next(); !step.done; step = await source.next()) yield step.value;
  }
  return { header: front.subarray(0, headerBytes), rest: rest() };
}
