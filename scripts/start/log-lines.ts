import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** Levels of pino: 40 is a warning, 50 an error, 60 fatal. */
const warning = 40;

/** Writes everything a process says to its log file, and shows a person the lines that ask for one. */
export function keepLog(name: string, file: string, output: Readable, errors: Readable, show: (line: string) => void) {
  const log = createWriteStream(file, { flags: "a" });
  createInterface({ input: output }).on("line", (line) => {
    log.write(`${line}\n`);
    const said = warningIn(line);
    if (said) show(`${name.padEnd(8)} ${said}`);
  });
  createInterface({ input: errors }).on("line", (line) => {
    log.write(`${line}\n`);
    if (line.trim()) show(`${name.padEnd(8)} ${warningIn(line) ?? line}`);
  });
}

/** The sentence of a structured line at warning or above; `null` for anything calmer. */
export function warningIn(line: string): string | null {
  if (!line.startsWith("{")) return null;
  try {
    const { level, msg, err } = JSON.parse(line);
    return typeof level === "number" && level >= warning ? `${msg ?? ""} ${err?.message ?? ""}`.trim() : null;
  } catch {
    return null;
  }
}
