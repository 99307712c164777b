import { defineConfig } from "vitest/config";

/** These stop processes, or break the outside world for everybody: nothing else may run meanwhile. */
const alone = ["survival.e2e.ts", "journeys/image-ai-run.e2e.ts"];

const patience = { retry: 0, testTimeout: 60_000, hookTimeout: 60_000 };

/** One installation for all, two people at a time, and no second chances: a journey that fails once has failed. */
export default defineConfig({
  test: {
    globalSetup: "installation/provide-installation.ts",
    projects: [
      {
        test: {
          name: "together",
          include: ["**/*.e2e.ts"],
          exclude: ["node_modules/**", ...alone],
          maxWorkers: 2,
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
