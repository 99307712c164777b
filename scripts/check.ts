import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { runSteps, table } from "./check/run-steps.ts";
import { generate, quickSuites, walls } from "./check/steps.ts";

// `pnpm check`: every wall that a machine keeps, and the suites that are quick. Exits 1 when one of them fails.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const verdicts = [...(await runSteps(root, [generate])), ...(await runSteps(root, [...quickSuites, ...walls]))];
console.log(`\n${table(verdicts)}\n`);
process.exitCode = verdicts.every(({ holds }) => holds) ? 0 : 1;
