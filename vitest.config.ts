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

/** A wait that succeeds costs nothing, however long it might have been: on a busy machine everything takes several times as long. */
const patience = {
  testTimeout: isLong ? 600_000 : 180_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
};

/** What holds in every project: none takes over what stands beside `projects`. */
const each = {
  exclude: elsewhere,
  // Files of one worker share the modules they load, which would take a quarter of the time; none keeps state in a module.
  isolate: false,
  ...patience,
};

/** Projects, so that PostgreSQL is started only for a run that holds a suite of the second. */
export default defineConfig({
  test: {
    // Vitest would leave one core free; on two cores that is half of them.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...each,
          name: "units",
          include: [tests("**")],
          exclude: [...elsewhere, ...onDatabase, ...onWires, walks],
        },
      },
      { test: { ...each, name: "wires", include: onWires } },
      { test: { ...each, name: "walks", include: [walks] } },
      { test: { ...each, name: "database", include: onDatabase, globalSetup: "scripts/provide-cluster.ts" } },
    ],
  },
});
