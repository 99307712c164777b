import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** Levels of pino: 40 is a warning, 50 an error, 60 fatal. */
const warning = 40;
/** One cause writes many lines: so many are shown in a while, and the rest are in the file. */
const shownAtOnce = 3;
const whileMs = 10_000;

/** Writes everything a process says to its log file, and shows a person the lines that ask for one. */
export function keepLog(name: string, file: string, output: Readable, errors: Readable, show: (line: string) => void) {
  const log = createWriteStream(file, { flags: "a" });
  const showSome = limited(show, `${name.padEnd(8)} … more in ${file}`);
  const readLines = (stream: Readable, wordsOf: (line: string) => string | null) =>
    createInterface({ input: stream }).on("line", (line) => {
      log.write(`${line}\n`);
      const words = wordsOf(line);
      if (words) showSome(`${name.padEnd(8)} ${words}`);
    });
  readLines(output, warningIn);
  readLines(errors, (line) => warningIn(line) ?? line.trim());
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

/** Shows the first few lines of each burst, then `rest` once. */
function limited(show: (line: string) => void, rest: string): (line: string) => void {
  let since = 0;
  let count = 0;
  return (line) => {
    const now = performance.now();
    if (count === 0 || now - since > whileMs) {
      since = now;
      count = 0;
    }
    count += 1;
    if (count <= shownAtOnce) show(line);
    if (count === shownAtOnce + 1) show(rest);
  };
}
