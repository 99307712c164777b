import { defineConfig } from "vitest/config";

const tests = (folder: string) => `${folder}/**/*.test.{ts,tsx}`;
const onDatabase = ["apps/api", "packages/db", "tooling"].map(tests);
/** Journeys have their own runner, a browser and a whole installation: `pnpm e2e`. */
const elsewhere = ["**/node_modules/**", "**/dist/**", "**/.data/**", "e2e/**"];

/** Two projects, so that PostgreSQL is started only for a run that holds a suite of the second. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "units",
          include: [tests("**")],
          exclude: [...elsewhere, ...onDatabase],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "database",
          include: onDatabase,
          exclude: elsewhere,
          globalSetup: "scripts/provide-cluster.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
