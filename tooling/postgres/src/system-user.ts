import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { PostgresFault } from "./postgres-fault.ts";

/** The system user that PostgreSQL runs as; `null` stands for whoever runs this program. */
export type SystemUser = { uid: number; gid: number } | null;

/**
 * Chooses the user for a data directory. PostgreSQL refuses to run as root, so root hands over to the owner of
 * existing data, else to the user `postgres`, which is created where it is missing.
 */
export function systemUserFor(dataDirectory: string): SystemUser {
  const uid = process.getuid?.();
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (owner && uid !== undefined && owner.uid !== uid) throw foreignData(dataDirectory, owner.uid);
    return null;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findPostgresUser() ?? createPostgresUser();
}

/** The options of `spawn` that make a child run as this user, from a folder that every user can enter. */
export function spawnAs(user: SystemUser) {
  return user ? { uid: user.uid, gid: user.gid, cwd: "/" } : { cwd: "/" };
}

/** Tells whether this user can enter a folder. A real attempt, so that ACLs and mount options count too. */
export function canEnter(user: SystemUser, folder: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...spawnAs(user), stdio: "ignore" }).status === 0;
}

function foreignData(dataDirectory: string, owner: number): PostgresFault {
  return new PostgresFault(
    `${dataDirectory} belongs to another user (uid ${owner}), left by a run as root: run as root again, or move that folder away.`,
  );
}

function findPostgresUser(): SystemUser {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function createPostgresUser(): SystemUser {
  try {
    execFileSync("groupadd", ["--system", "--force", "postgres"], { stdio: "ignore" });
    execFileSync(
      "useradd",
      ["--system", "--gid", "postgres", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
      { stdio: "ignore" },
    );
  } catch (cause) {
    throw new PostgresFault(
      "PostgreSQL refuses to run as root and the user `postgres` could not be created: create it, or run as an ordinary user.",
      { cause },
    );
  }
  const created = findPostgresUser();
  if (created) return created;
  throw new PostgresFault("The user `postgres` was created but cannot be found: check /etc/passwd.");
}
