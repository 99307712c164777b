import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const listening = "0A";

/** Names the program that listens on a port, as `node (process 123)`; `null` where the kernel does not tell. */
export function findPortHolder(port: number): string | null {
  const sockets = new Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) => socketsOf(table, port)));
  if (sockets.size === 0) return null;
  for (const processId of entriesOf("/proc").filter((name) => /^\d+$/.test(name))) {
    if (!holdsOneOf(processId, sockets)) continue;
    return `${textOf(`/proc/${processId}/comm`).trim()} (process ${processId})`;
  }
  return null;
}

function socketsOf(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return textOf(table)
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(suffix) && columns[3] === listening)
    .map((columns) => `socket:[${columns[9]}]`);
}

function holdsOneOf(processId: string, sockets: Set<string>): boolean {
  const folder = `/proc/${processId}/fd`;
  return entriesOf(folder).some((descriptor) => sockets.has(targetOf(`${folder}/${descriptor}`)));
}

/** Processes end while they are looked at, and other users' are closed to us: both read as nothing. */
function quietly<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

const entriesOf = (folder: string) => quietly(() => readdirSync(folder), []);
const textOf = (file: string) => quietly(() => readFileSync(file, "utf8"), "");
const targetOf = (link: string) => quietly(() => readlinkSync(link), "");
