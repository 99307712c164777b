import { type Breach, isTest, type SourceFile } from "./source-file.ts";

type Rule = { problem: string; holds: (file: SourceFile) => boolean };

const imports = (file: SourceFile, name: RegExp) => file.imports.some(({ specifier }) => name.test(specifier));
const isIn = (file: SourceFile, folder: RegExp) => folder.test(file.path);

/** Rules that one file keeps or breaks by itself. */
const rules: Rule[] = [
  {
    problem: "only a package's entry, or a route, is called index: name the file for what it holds",
    holds: (file) =>
      !/\/index\.tsx?$/.test(file.path) ||
      isIn(file, /^((packages|tooling)\/[^/]+\/src\/index\.ts|apps\/\w+\/src\/routes\/.*)$/),
  },
  {
    problem: "lucia stays behind apps/api/src/sessions",
    holds: (file) => !imports(file, /^lucia$/) || isIn(file, /^apps\/api\/src\/sessions\//),
  },
  {
    problem: "write `zod/mini` here: the whole of zod would reach the browser",
    holds: (file) => !imports(file, /^zod$/) || !isIn(file, /^(packages\/(domain|ui)|apps\/(web|admin))\//),
  },
  {
    problem: "the environment is read in an env.ts, a bin, a script or a config: take it from there",
    holds: (file) => !/\bprocess\.env\b/.test(file.text) || isTest(file.path) || mayReadEnvironment(file.path),
  },
  {
    problem: "vitest stays in tests",
    holds: (file) =>
      !imports(file, /^vitest$/) || isTest(file.path) || isIn(file, /^vitest|^e2e\/|^tooling\/test-kit\//),
  },
];

export function fileBreaches(file: SourceFile): Breach[] {
  return rules.filter((rule) => !rule.holds(file)).map(({ problem }) => ({ path: file.path, problem }));
}

function mayReadEnvironment(path: string): boolean {
  return /(^|\/)env\.ts$|\.config\.m?ts$|^(scripts|tooling|bench|e2e)\/|\/bin\//.test(path);
}
