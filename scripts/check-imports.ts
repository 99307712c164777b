import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBreaches } from "./imports/find-breaches.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Not ours, or, in the last case, full of breaches on purpose. */
const skipped = new Set(["node_modules", "dist", "generated", "peers", "find-breaches.test.ts"]);

const breaches = findBreaches(sourcesUnder(["apps", "packages", "tooling", "bench", "e2e", "scripts"]));
for (const { path, problem } of breaches) console.error(`${path}: ${problem}`);
process.exitCode = breaches.length > 0 ? 1 : 0;

function* sourcesUnder(folders: string[]): Generator<[string, string]> {
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (skipped.has(entry.name)) continue;
      if (entry.isDirectory()) yield* sourcesUnder([path]);
      if (entry.isFile() && /\.tsx?$/.test(entry.name)) yield [path, readFileSync(join(root, path), "utf8")];
    }
  }
}
