import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Not ours, or, in the last case, full of breaches on purpose. */
const skipped = new Set(["node_modules", "dist", "generated", "peers", "find-breaches.test.ts"]);

/** Every source file under some folders of the repository, by its path from the root, with its text. */
export function* sourcesUnder(folders: readonly string[]): Generator<[string, string]> {
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (skipped.has(entry.name)) continue;
      if (entry.isDirectory()) yield* sourcesUnder([path]);
      if (entry.isFile() && /\.tsx?$/.test(entry.name)) yield [path, readFileSync(join(root, path), "utf8")];
    }
  }
}
