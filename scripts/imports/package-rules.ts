import { posix } from "node:path";
import { type Breach, type Import, isTest, type SourceFile } from "./source-file.ts";

type Right = "value" | "type";

/** Who may import whom: the table of ARCHITECTURE.md. What is not listed is forbidden. */
const rights: Record<string, Record<string, Right>> = {
  "packages/domain": {},
  "packages/policy": { domain: "value" },
  "packages/lexicon": { policy: "value" },
  "packages/imprint": {},
  "packages/providers": { domain: "value" },
  "packages/storefronts": { domain: "value", providers: "type" },
  "packages/db": { domain: "value" },
  "packages/ui": {},
  "packages/sandbox": { domain: "value" },
  "packages/app-server": {},
  "apps/api": {
    domain: "value",
    policy: "value",
    lexicon: "value",
    imprint: "value",
    providers: "value",
    storefronts: "value",
    db: "value",
  },
  "apps/web": { domain: "value", ui: "value", "app-server": "value", api: "type" },
  "apps/admin": { domain: "value", ui: "value", "app-server": "value", api: "type" },
  "tooling/postgres": {},
  "tooling/test-kit": { postgres: "value" },
  bench: {
    domain: "value",
    policy: "value",
    lexicon: "value",
    providers: "value",
    storefronts: "value",
    db: "value",
    postgres: "value",
    "test-kit": "value",
  },
  e2e: { domain: "value", policy: "value", providers: "value", db: "value", postgres: "value", scripts: "value" },
  scripts: {
    domain: "value",
    policy: "value",
    storefronts: "value",
    db: "value",
    postgres: "value",
    "test-kit": "value",
  },
};

/** Tests of any package may use these too; what ships may not. */
const forTests = ["test-kit", "sandbox"];

/** Each import of another package must be in the table, and none may reach it by a path. */
export function packageBreaches(file: SourceFile): Breach[] {
  const home = packageOf(file.path);
  return file.imports.flatMap((wanted) => {
    const problem = wanted.specifier.startsWith(".")
      ? leaving(file.path, home, wanted)
      : crossing(file.path, home, wanted);
    return problem ? [{ path: file.path, problem }] : [];
  });
}

function crossing(path: string, home: string, { specifier, isType }: Import): string | null {
  const target = specifier.match(/^@covenant\/([^/]+)/)?.[1];
  if (!target || home.endsWith(`/${target}`) || home === target) return null;
  if (isTest(path) && forTests.includes(target)) return null;
  const right = rights[home]?.[target];
  if (!right) return `${home || "the root"} may not import ${target}`;
  return right === "type" && !isType && !isTest(path)
    ? `${home} may import only types from ${target}: write \`import type\``
    : null;
}

function leaving(path: string, home: string, { specifier }: Import): string | null {
  const target = packageOf(posix.join(posix.dirname(path), specifier));
  return target === home ? null : `${specifier} leaves the package: import ${target || "it"} by its name`;
}

/** The folder of the package a file belongs to; empty for the root. */
function packageOf(path: string): string {
  return path.match(/^(?:(?:apps|packages|tooling)\/[^/]+|bench|e2e|scripts)(?=\/)/)?.[0] ?? "";
}
