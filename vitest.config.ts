import { defineConfig } from "vitest/config";

const sources = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`);
const exclude = ["**/node_modules/**", "**/dist/**", "**/.data/**"];

/** Two projects, so that PostgreSQL is started only for a run that holds a suite of the second. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "units",
          include: sources(
            "apps/admin",
            "apps/web",
            "bench",
            "packages/domain",
            "packages/policy",
            "packages/providers",
            "packages/sandbox",
            "packages/storefronts",
            "packages/ui",
            "scripts",
          ),
          exclude,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "database",
          include: sources("apps/api", "packages/db", "tooling"),
          exclude,
          globalSetup: "tooling/test-kit/src/vitest-setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
