import { createCipheriv, randomBytes } from "node:crypto";
import {
  boundTo,
  chunkBytes,
  cipherName,
  type FileSeal,
  inBlocks,
  magic,
  nonceOf,
  prefixBytes,
} from "./sealed-format.ts";

/** Seals a file chunk by chunk, in constant memory. The data key must be fresh: it seals this one file once. */
export async function* encrypt(
  { fileId, key }: FileSeal,
  clear: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const prefix = randomBytes(prefixBytes);
  const header = Buffer.concat([magic, prefix]);
  const bound = boundTo(header, fileId);
  yield header;
  let counter = 0;
  for await (const { block, isLast } of inBlocks(clear, chunkBytes)) {
    const cipher = createCipheriv(cipherName, key, nonceOf(prefix, counter, isLast));
    cipher.setAAD(bound);
    const sealed = cipher.update(block);
    cipher.final();
    yield Buffer.concat([sealed, cipher.getAuthTag()]);
    counter += 1;
  }
}
