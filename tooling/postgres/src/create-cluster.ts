import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { PostgresFault } from "./postgres-fault.ts";
import { type SystemUser, spawnAs } from "./system-user.ts";

/**
 * Makes an empty cluster owned by `user`. The superuser is `postgres`, with the password of the options.
 * @throws PostgresFault with the last line that `initdb` wrote; nothing is left behind then.
 */
export async function createCluster(
  binaries: string,
  directory: string,
  user: SystemUser,
  options: { password: string; durable: boolean },
) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(directory), `.password-${randomUUID()}`);
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (user) for (const path of [directory, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    // The built-in collation sorts the same on every machine, whatever its C library.
    const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    const flags = [`--pgdata=${directory}`, "--encoding=UTF8", ...locale, ...access, "--no-instructions"];
    if (!options.durable) flags.push("--no-sync");
    await promisify(execFile)(join(binaries, "bin", "initdb"), flags, spawnAs(user));
  } catch (cause) {
    rmSync(directory, { recursive: true, force: true });
    throw new PostgresFault(`PostgreSQL could not make its data directory ${directory}: ${lastLineOf(cause)}`, {
      cause,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function lastLineOf(error: unknown): string {
  const text = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  return text.trim().split("\n").at(-1) ?? text;
}
