import type { Readable } from "node:stream";
import type { RecipientId } from "@covenant/domain";

/** Where encrypted bytes live: a folder by default, any S3 in production. It never sees a clear byte. */
export type FileStore = {
  /** Who gets the sealed bytes, in the register of recipients; null where they stay on this machine. */
  readonly recipient: RecipientId | null;
  write(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** Null when nothing of that name is there. */
  read(name: string): Promise<Readable | null>;
  /** Removing what is not there is fine. */
  remove(name: string): Promise<void>;
};
