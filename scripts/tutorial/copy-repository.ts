import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What is made, large, and of no use to a copy. */
const left = new Set([".git", ".data", ".turbo", "dist", "test-results"]);

/**
 * Copies folders and files of the repository to a temporary folder. Links between packages are kept as they are, so that they
 * lead to the copy; what is installed is the repository's own.
 */
export function copyRepository(paths: readonly string[]): { root: string; remove(): void } {
  const copy = mkdtempSync(join(tmpdir(), "covenant-tutorial-"));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  for (const path of paths) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) =>
        !relative(root, source)
          .split("/")
          .some((part) => left.has(part)),
    });
  }
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}
