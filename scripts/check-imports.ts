import { findBreaches } from "./imports/find-breaches.ts";
import { sourcesUnder } from "./imports/sources-under.ts";

const breaches = findBreaches(sourcesUnder(["apps", "packages", "tooling", "bench", "e2e", "scripts"]));
for (const { path, problem } of breaches) console.error(`${path}: ${problem}`);
process.exitCode = breaches.length > 0 ? 1 : 0;
