import { defineConfig } from "vitest/config";

/** It stops processes: nothing else may run meanwhile. */
const alone = ["survival.e2e.ts"];

/** A wait that succeeds costs nothing; the whole run has a hard stop of its own. */
const patience = { retry: 0, testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 30_000 } } };

/** One installation for all, three people at a time, who mostly wait, and no second chances: a journey that fails once has failed. */
export default defineConfig({
  test: {
    globalSetup: "installation/provide-installation.ts",
    projects: [
      {
        test: {
          name: "together",
          include: ["**/*.e2e.ts"],
          exclude: ["node_modules/**", ...alone],
          maxWorkers: 3,
          sequence: { groupOrder: 0 },
          ...patience,
        },
      },
      {
        test: { name: "alone", include: alone, fileParallelism: false, sequence: { groupOrder: 1 }, ...patience },
      },
    ],
  },
});
