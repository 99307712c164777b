import pg from "pg";
import { StartFault } from "./announce.ts";

const patienceMs = 5_000;

/**
 * Asks a database for a connection before a command is run on it.
 * @throws StartFault in one sentence, which begins with `name` and ends with `remedy`; the password is never in it.
 */
export async function assertDatabaseAnswers(url: string, name: string, remedy: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  client.on("error", () => {}); // A server that goes away right after it answered is the command's to meet.
  try {
    await client.connect();
  } catch (cause) {
    const { host } = new URL(url);
    throw new StartFault(`${name} does not answer at ${host} (${reasonOf(cause)}): ${remedy}.`, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}

/** PostgreSQL says no in a sentence; the network says it in a code, and repeats the address. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "no reason given";
  return "syscall" in cause && "code" in cause ? String(cause.code) : cause.message || cause.name;
}
