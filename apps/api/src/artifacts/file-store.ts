import type { Readable } from "node:stream";
import type { RecipientId } from "@covenant/domain";

/** Places in a stored file, counted from 0. */
export type StoredRange = { from: number; to: number };

/** Where encrypted bytes live: a folder by default, any S3 in production. It never sees a clear byte. */
export type FileStore = {
  /** Who gets the sealed bytes, in the register of recipients; null where they stay on this machine. */
  readonly recipient: RecipientId | null;
  write(name: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  /** Null when nothing of that name is there. Of a range, the bytes from the one to the other, both with it. */
  read(name: string, range?: StoredRange): Promise<Readable | null>;
  /** Names that begin so and come after `after`, in the order of their characters. */
  list(prefix: string, after?: string): AsyncIterable<string>;
  /** Removing what is not there is fine. */
  remove(name: string): Promise<void>;
};
