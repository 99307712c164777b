import { defineConfig } from "vitest/config";

/** One installation, one browser at a time, and no second chances: a journey that fails once has failed. */
export default defineConfig({
  test: {
    include: ["**/*.e2e.ts"],
    globalSetup: "installation/provide-installation.ts",
    fileParallelism: false,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
