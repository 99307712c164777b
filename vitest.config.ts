import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const tests = (folder: string) => `${folder}/**/*.test.{ts,tsx}`;
const onDatabase = ["apps/api", "packages/db", "scripts/migrations", "scripts/tutorial", "tooling"].map(tests);
/** Stress, crash points and soak run by themselves: `pnpm test:long`. */
const isLong = process.env.LONG_TESTS === "1";
/** Between the adapters and the outside world's stand-ins, over HTTP. */
const onWires = ["packages/providers", "packages/sandbox"].map(tests);
/** Walks over whole fact spaces and long texts take a minute together: `npm test` has them, `pnpm check` has not. */
const walks = "**/*.walk.test.ts";
/** Journeys have their own runner, a browser and a whole installation: `pnpm e2e`. */
const elsewhere = [
  "**/node_modules/**",
  "**/dist/**",
  "**/.data/**",
  "e2e/**",
  ...(isLong ? [] : ["**/*.long.test.ts"]),
];

/** Projects, so that PostgreSQL is started only for a run that holds a suite of the second. */
export default defineConfig({
  test: {
    // Vitest would leave one core free; on two cores that is half of them.
    maxWorkers: availableParallelism(),
    // Files of one worker share the modules they load, which would take half of the time; none keeps state in a module.
    isolate: false,
    projects: [
      {
        test: {
          name: "units",
          include: [tests("**")],
          exclude: [...elsewhere, ...onDatabase, ...onWires, walks],
          testTimeout: isLong ? 600_000 : 20_000,
        },
      },
      { test: { name: "wires", include: onWires, exclude: elsewhere, testTimeout: isLong ? 600_000 : 20_000 } },
      { test: { name: "walks", include: [walks], exclude: elsewhere, testTimeout: 60_000 } },
      {
        test: {
          name: "database",
          include: onDatabase,
          exclude: elsewhere,
          globalSetup: "scripts/provide-cluster.ts",
          testTimeout: isLong ? 600_000 : 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
