/** A thing that must hold, and the command that tells. */
export type Step = { name: string; command: string[] };

const script = (name: string, file: string): Step => ({ name, command: ["node", "--import", "tsx", file] });

/** Everything below reads what this writes: it comes first, alone. */
export const generate: Step = {
  name: "generated code",
  command: ["pnpm", "exec", "turbo", "run", "generate", "--output-logs=errors-only"],
};

/** Walls that need no test run. The long ones come first, so that two at a time end together. */
export const walls: Step[] = [
  { name: "types", command: ["pnpm", "exec", "turbo", "run", "typecheck", "--output-logs=errors-only"] },
  script("migrations make the schema", "scripts/check-migrations.ts"),
  { name: "unused code", command: ["pnpm", "exec", "knip"] },
  { name: "format and lint", command: ["pnpm", "exec", "biome", "ci", "--colors=off", "."] },
  script("imports", "scripts/check-imports.ts"),
];

/** Suites that belong to a check; `npm test` runs every suite anyway and leaves these out. */
export const quickSuites: Step[] = [
  { name: "unit tests", command: ["pnpm", "exec", "vitest", "run", "--project", "units"] },
  {
    name: "authorisation matrix",
    command: ["pnpm", "exec", "vitest", "run", "apps/api/src/trpc/authorisation-matrix.test.ts"],
  },
];
