import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * What tells a process from a later one with the same number: the moment it started, as the system writes it.
 * @returns `null` when no such process runs.
 */
export function identityOf(processId: number): string | null {
  return startTimeByProc(processId) ?? startTimeByPs(processId);
}

/** Field 22 of /proc/…/stat; the second field is the program's name in brackets and may itself hold blanks. */
function startTimeByProc(processId: number): string | null {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, "utf8");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? null : `proc ${fields[18]}`;
  } catch {
    return null;
  }
}

function startTimeByPs(processId: number): string | null {
  if (process.platform === "linux") return null;
  try {
    return `ps ${execFileSync("ps", ["-o", "lstart=", "-p", String(processId)], { encoding: "utf8" }).trim()}`;
  } catch {
    return null;
  }
}
