import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

export type Ran = { readonly code: number | null; readonly said: string };

/** What a script of a `package.json` is, and in which folder it runs. */
type Script = { readonly folder: string; readonly command: string };

const folderOf: Record<string, string> = { "@covenant/policy": "packages/policy", "@covenant/scripts": "scripts" };

/**
 * Runs a command as its reader types it, in a copy of the repository: `pnpm <script>`, `pnpm --filter <package> <script>`,
 * `pnpm exec <program>`, `pnpm <program>`, and anything else as it is. pnpm itself is not asked: it would look whether the
 * copy is installed.
 */
export function runCommand(root: string, typed: string, environment: Record<string, string> = {}): Ran {
  const { folder, command } = scriptOf(root, typed);
  const path = [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
    cwd: join(root, folder),
    env: { ...process.env, NODE_OPTIONS: "", VITEST: "", ...environment, PATH: path },
    encoding: "utf8",
  });
  return { code: status, said: `${stdout}${stderr}` };
}

function scriptOf(root: string, typed: string): Script {
  const [pnpm, first = "", second = "", ...others] = typed.split(" ");
  if (pnpm !== "pnpm") return { folder: "", command: typed };
  if (first === "exec") return { folder: "", command: [second, ...others].join(" ") };
  if (first !== "--filter") {
    const command = scripts(root, "")[first] ?? first;
    return { folder: "", command: [command, second, ...others].join(" ").trim() };
  }
  const folder = folderOf[second];
  const command = folder === undefined ? undefined : scripts(root, folder)[others.join(" ")];
  if (folder === undefined || command === undefined) throw new Error(`nothing is known of: ${typed}`);
  return { folder, command };
}

function scripts(root: string, folder: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")).scripts;
}
