import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { DamagedFile, decrypt } from "./decrypt.ts";
import { encrypt } from "./encrypt.ts";
import { chunkBytes, headerBytes, inBlocks, tagBytes } from "./sealed-format.ts";

const seal = { fileId: "art_0123456789abcdef0123456789abcdef", key: randomBytes(32) };
const sealedChunk = chunkBytes + tagBytes;

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

const piecesOf = (bytes: Uint8Array, size = 65_536) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })(),
  );
const sealed = (bytes: Uint8Array, size?: number) => collect(encrypt(seal, piecesOf(bytes, size)));
const opened = (bytes: Uint8Array, using = seal) => collect(decrypt(using, piecesOf(bytes)));

it.each([0, 1, 15, chunkBytes - 1, chunkBytes, chunkBytes + 1, 2 * chunkBytes, 2 * chunkBytes + 77])(
  "gives back %i bytes as they were, however they were cut on the way",
  async (length) => {
    const clear = randomBytes(length);
    const bytes = await sealed(clear, 10_007);
    expect(bytes.length).toBe(headerBytes + length + tagBytes * Math.max(1, Math.ceil(length / chunkBytes)));
    expect((await opened(bytes)).equals(clear)).toBe(true);
  },
);

it("opens nothing after any one byte is flipped", async () => {
  const bytes = await sealed(randomBytes(300));
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at);
    await expect(opened(changed), `byte ${at}`).rejects.toThrow(DamagedFile);
  }
});

it("opens nothing of a file of several chunks after a byte anywhere in it is flipped", async () => {
  const bytes = await sealed(randomBytes(2 * chunkBytes + 500));
  for (let tries = 0; tries < 40; tries += 1) {
    const at = Math.floor((tries * bytes.length) / 40);
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    await expect(opened(changed), `byte ${at}`).rejects.toThrow(DamagedFile);
  }
});

it("refuses chunks that are swapped, doubled, dropped or moved", async () => {
  const bytes = await sealed(randomBytes(3 * chunkBytes));
  const header = bytes.subarray(0, headerBytes);
  const chunk = (n: number) => bytes.subarray(headerBytes + n * sealedChunk, headerBytes + (n + 1) * sealedChunk);
  for (const order of [[1, 0, 2], [0, 0, 1, 2], [0, 2], [1, 2], [0, 1, 2, 2], [2], []]) {
    await expect(opened(Buffer.concat([header, ...order.map(chunk)])), `${order}`).rejects.toThrow(DamagedFile);
  }
});

it("refuses a file cut short, at a chunk's edge as well", async () => {
  const bytes = await sealed(randomBytes(2 * chunkBytes + 9));
  const edges = [headerBytes + sealedChunk, headerBytes + 2 * sealedChunk];
  for (const length of [0, 5, headerBytes, headerBytes + 3, bytes.length - 1, ...edges]) {
    await expect(opened(bytes.subarray(0, length)), `${length}`).rejects.toThrow(DamagedFile);
  }
});

it("refuses another file's bytes, another key and anything appended", async () => {
  const bytes = await sealed(randomBytes(64));
  const otherFile = { ...seal, fileId: "art_ffffffffffffffffffffffffffffffff" };
  await expect(opened(bytes, otherFile)).rejects.toThrow(DamagedFile);
  await expect(opened(bytes, { ...seal, key: randomBytes(32) })).rejects.toThrow(DamagedFile);
  await expect(opened(Buffer.concat([bytes, Buffer.from([0])]))).rejects.toThrow(DamagedFile);
});

it("never hands out a byte of a chunk that does not open", async () => {
  const bytes = await sealed(randomBytes(2 * chunkBytes));
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  let handedOut = 0;
  const reading = (async () => {
    for await (const piece of decrypt(seal, piecesOf(bytes))) handedOut += piece.length;
  })();
  await expect(reading).rejects.toThrow(DamagedFile);
  expect(handedOut).toBe(chunkBytes);
});

it("lets go of its source when the reader leaves early", async () => {
  const source = piecesOf(await sealed(randomBytes(2 * chunkBytes)));
  for await (const _ of decrypt(seal, source)) break;
  expect(source.destroyed).toBe(true);
});

it("cuts blocks of one size and says which is the last", async () => {
  const blocks = async (length: number) => {
    const cut: [number, boolean][] = [];
    for await (const { block, isLast } of inBlocks(piecesOf(Buffer.alloc(length), 3), 4))
      cut.push([block.length, isLast]);
    return cut;
  };
  expect(await blocks(0)).toEqual([[0, true]]);
  expect(await blocks(4)).toEqual([[4, true]]);
  expect(await blocks(9)).toEqual([
    [4, false],
    [4, false],
    [1, true],
  ]);
});
