import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Stops the server that a killed run left behind on this data directory, and waits until it is gone.
 * A pid file whose number meanwhile belongs to another program is removed and that program is left alone.
 * @returns the process id that was stopped, or `null` when there was nothing to stop.
 */
export async function stopLeftoverServer(dataDirectory: string): Promise<number | null> {
  const pidFile = join(dataDirectory, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const processId = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!Number.isInteger(processId) || processId <= 1 || !send(processId, 0)) return null; // The server clears it itself.
  if (!isServerOf(processId, dataDirectory)) {
    rmSync(pidFile, { force: true });
    return null;
  }
  await stopServer(processId);
  return processId;
}

/** Fast shutdown (sessions are cut, data are flushed), then an immediate one, then the end. */
export async function stopServer(processId: number): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 10],
    ["SIGQUIT", 5],
    ["SIGKILL", 5],
  ] as const) {
    if (!send(processId, signal)) return;
    if (await isGone(processId, seconds)) return;
  }
}

async function isGone(processId: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 1000; waited += 25) {
    if (!send(processId, 0)) return true;
    await sleep(25);
  }
  return false;
}

function isServerOf(processId: number, dataDirectory: string): boolean {
  try {
    const command = execFileSync("ps", ["-o", "args=", "-p", String(processId)], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(dataDirectory);
  } catch {
    return isServerByProc(processId, dataDirectory);
  }
}

/** Slim images carry no `ps`; on Linux the kernel tells the same. */
function isServerByProc(processId: number, dataDirectory: string): boolean {
  const file = `/proc/${processId}/cmdline`;
  if (!existsSync(file)) return false;
  const command = readFileSync(file, "utf8");
  return command.includes("postgres") && command.includes(dataDirectory);
}

/** False when the process is gone. A process of another user answers EPERM, and is alive. */
function send(processId: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(processId, signal);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
