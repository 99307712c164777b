import { randomUUID } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileStore } from "./file-store.ts";

/** Sealed files in a folder of this machine. A file appears under its name whole or not at all. */
export function folderStore(directory: string): FileStore {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pathOf = (name: string) => join(directory, requireOwnName(name));
  return {
    recipient: null,
    async write(name, bytes) {
      const path = pathOf(name);
      const unfinished = `${path}.${randomUUID()}.tmp`;
      try {
        await pipeline(Readable.from(bytes), createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true }));
        await rename(unfinished, path);
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    async read(name, range) {
      const file = await open(pathOf(name), "r").catch(nullWhenMissing);
      return file === null ? null : file.createReadStream(range && { start: range.from, end: range.to });
    },
    async *list(prefix, after = "") {
      const names = await readdir(directory);
      yield* names.filter((name) => ownName.test(name) && name.startsWith(prefix) && name > after).sort();
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}

/** An id, or a part of what has that id. */
const ownName = /^[a-z]{3}_[0-9a-f]{32}(\.[0-9a-f]{32})?$/;

/** Names are ids that the server made; anything else, a path above all, is a bug of the caller. */
function requireOwnName(name: string): string {
  if (!ownName.test(name)) throw new Error("a stored file is named by its id");
  return name;
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
