import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { World } from "../../world.ts";
import { type Books, openBooks } from "./books.ts";

/** Events that outlive a restart, so that the file does not grow for ever. */
const keptEvents = 5_000;

export type Keeper = {
  books: Books;
  /** Says that something changed; the file follows within a fifth of a second. */
  touch(): void;
  /** Writes at once. */
  close(): void;
};

/**
 * The books, read from `file` and written back to it. Without a file they live and die with the process. A half-written file
 * cannot be: it is written beside and renamed.
 * @throws SyntaxError when the file is not what was written.
 */
export function keepBooks(world: World, file: string | null): Keeper {
  const books = openBooks();
  if (file !== null) readInto(books, file);
  let isDirty = false;
  const write = () => {
    if (file === null || !isDirty) return;
    isDirty = false;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(books, mapsAsPairs), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    books,
    touch() {
      if (file === null || isDirty) return;
      isDirty = true;
      world.background.start("keeping Stripe's books", async () => {
        await world.background.sleep(200);
        write();
      });
    },
    close: write,
  };
}

function readInto(books: Books, file: string): void {
  const stored: { [Shelf in keyof Books]?: [string, never][] | Books["settings"] } = read(file);
  for (const [name, shelf] of Object.entries(books)) {
    const kept = Object.hasOwn(stored, name) ? stored[name as keyof Books] : undefined;
    if (shelf instanceof Map && Array.isArray(kept)) for (const [id, entry] of kept) shelf.set(id, entry);
    else if (kept !== undefined) Object.assign(shelf, kept);
  }
  const surplus = [...books.events.keys()].slice(0, -keptEvents);
  for (const id of surplus) books.events.delete(id);
}

function read(file: string) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}

function mapsAsPairs(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
