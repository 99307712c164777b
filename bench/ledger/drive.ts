import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import type { Work } from "./work.ts";

/** How many sessions do a work at once. */
const sessions = 8;
const pgbench = "/usr/bin/pgbench";

/** Does a work for so many seconds and says how often it was done in each. */
export type Drive = (work: Work, url: string, seconds: number) => Promise<number>;

/** pgbench where Debian has put it, else this process: never one for one side and the other for its peer. */
export const drive: Drive = existsSync(pgbench) ? withPgbench : fromHere;
export const driver = existsSync(pgbench) ? "pgbench" : "Node";

async function withPgbench({ script }: Work, url: string, seconds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "covenant-bench-"));
  const file = join(folder, "work.sql");
  await writeFile(file, script);
  const flags = ["-n", "-M", "prepared", "-c", String(sessions), "-j", "2", "-T", String(seconds), "-f", file, url];
  const { stdout } = await promisify(execFile)(pgbench, flags);
  await rm(folder, { recursive: true });
  const [, rate] = stdout.match(/^tps = ([\d.]+)/m) ?? [];
  if (rate === undefined || !stdout.includes("failed transactions: 0 ")) throw new Error(`pgbench said:\n${stdout}`);
  return Number(rate);
}

async function fromHere({ script, oneCall = script }: Work, url: string, seconds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: sessions });
  const run = interpreted(oneCall, pool);
  const rate = await rateOf(run, { atOnce: sessions, seconds });
  await pool.end();
  return rate;
}

/** Calls something by so many at once, over and over, and says how often it was done in a second. */
export async function rateOf(once: () => Promise<unknown>, { atOnce, seconds }: { atOnce: number; seconds: number }) {
  const start = performance.now();
  let done = 0;
  const worker = async () => {
    for (; performance.now() - start < seconds * 1_000; done += 1) await once();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (done * 1_000) / (performance.now() - start);
}

/** A script of pgbench, as far as these use one. */
function interpreted(script: string, pool: pg.Pool): () => Promise<void> {
  const lines = script.split("\n");
  const draws = lines.flatMap((line) => {
    const [, name = "", low, high] = line.match(/^\\set (\w+) random\((-?\d+), (\d+)\)$/) ?? [];
    return low === undefined ? [] : [{ name, low: Number(low), high: Number(high) }];
  });
  const statements = lines.filter((line) => !line.startsWith("\\")).map(prepared);
  return async () => {
    const drawn = new Map(
      draws.map(({ name, low, high }) => [name, low + Math.floor(Math.random() * (high - low + 1))]),
    );
    for (const { parameters, ...statement } of statements) {
      await pool.query({ ...statement, values: parameters.map((name) => drawn.get(name)) });
    }
  };
}

function prepared(line: string, at: number) {
  const parameters: string[] = [];
  const text = line.replace(/(?<!:):([a-z]+)/g, (_, name: string) => `$${parameters.push(name)}`);
  return { name: `work_${at}`, text, parameters };
}
