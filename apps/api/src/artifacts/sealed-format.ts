/**
 * How a sealed file is laid out: `CVF1`, a random 7-byte nonce prefix, then chunks of AES-256-GCM, each followed by its
 * tag. It is the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): a chunk's nonce is the prefix, a 32-bit
 * counter and a flag on the last chunk, so that no chunk can be moved, dropped, doubled or left off unseen.
 */
export const magic = new Uint8Array([0x43, 0x56, 0x46, 0x31]);
export const prefixBytes = 7;
export const headerBytes = magic.length + prefixBytes;
export const tagBytes = 16;

/** Clear bytes in every chunk but the last. */
export const chunkBytes = 1024 * 1024;

export const cipherName = "aes-256-gcm";

/** The data key of one file, and the file it belongs to: sealed bytes open under no other name. */
export type FileSeal = { fileId: string; key: Uint8Array };

/** The nonce of one chunk. A data key seals one file once, so no nonce ever meets its key twice. */
export function nonceOf(prefix: Uint8Array, counter: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(prefixBytes + 5);
  nonce.set(prefix);
  nonce.writeUInt32BE(counter, prefixBytes);
  nonce.writeUInt8(isLast ? 1 : 0, prefixBytes + 4);
  return nonce;
}

/** What is authenticated beside each chunk: the header as written, and the file's id. */
export function boundTo(header: Uint8Array, fileId: string): Uint8Array {
  return Buffer.concat([header, Buffer.from(fileId, "utf8")]);
}

/**
 * Cuts a stream into blocks of exactly `size` bytes; only the last may be shorter, and it alone says `isLast`. An empty
 * stream is one empty last block.
 */
export async function* inBlocks(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ block: Uint8Array; isLast: boolean }> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    waiting.push(piece);
    length += piece.length;
    if (length <= size) continue;
    const joined = Buffer.concat(waiting);
    let start = 0;
    // A full block is held back until another byte follows it: it may be the last.
    for (; joined.length - start > size; start += size)
      yield { block: joined.subarray(start, start + size), isLast: false };
    waiting = [joined.subarray(start)];
    length = joined.length - start;
  }
  yield { block: Buffer.concat(waiting), isLast: true };
}

/** Clear bytes of a file, from one place to another, both with it. */
export type ClearRange = { from: number; to: number };

/** The chunks a range lies in, and where they are in the sealed file. */
export function chunksOf({ from, to }: ClearRange) {
  const [first, last] = [Math.floor(from / chunkBytes), Math.floor(to / chunkBytes)];
  const sealedChunk = chunkBytes + tagBytes;
  return { first, sealed: { from: headerBytes + first * sealedChunk, to: headerBytes + (last + 1) * sealedChunk - 1 } };
}
