import { createHash, type Hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const skipped = new Set(["node_modules", "dist", "generated", "routeTree.gen.ts", ".turbo"]);

/** A digest of the names and contents of files and folders. What is missing counts as empty; what is built is left out. */
export function fingerprintOf(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) addTo(hash, path);
  return hash.digest("hex");
}

/** Runs `work` unless it ran before for this fingerprint. */
export async function whenChanged(stampFile: string, fingerprint: string, work: () => Promise<unknown>) {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === fingerprint) return;
  await remember(stampFile, fingerprint, work);
}

/** Runs `work` and, when it succeeds, remembers for what. */
export async function remember(stampFile: string, fingerprint: string, work: () => Promise<unknown>) {
  await work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, fingerprint);
}

function addTo(hash: Hash, path: string) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isFile()) {
    hash.update(`${path}\0`).update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) if (!skipped.has(name)) addTo(hash, join(path, name));
}
