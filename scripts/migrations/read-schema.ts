import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const schemaDirectory = join(root, "packages/db/prisma/schema");

/** The files of the Prisma schema, as the engine takes them. */
export function readSchema(): { path: string; content: string }[] {
  return readdirSync(schemaDirectory)
    .filter((name) => name.endsWith(".prisma"))
    .map((name) => join(schemaDirectory, name))
    .map((path) => ({ path, content: readFileSync(path, "utf8") }));
}
