import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort } from "./free-port.ts";
import { type PostgresServer, startPostgres } from "./start-postgres.ts";
import { stopLeftoverServer } from "./stop-leftover-server.ts";

let directory: string;
let port: number;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), "covenant-postgres-test-"));
  chmodSync(folder, 0o755); // The server's user must be able to enter it.
  directory = join(folder, "data");
  port = await freePort();
});
afterEach(async () => {
  await stopLeftoverServer(directory);
  rmSync(join(directory, ".."), { recursive: true, force: true });
});

const start = (durable = false) => startPostgres({ directory, port, password: "secret", durable });

async function query(server: PostgresServer, sql: string) {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it("keeps the data from one start to the next", async () => {
  const first = await start();
  await query(first, "CREATE TABLE kept AS SELECT 7 AS n");
  await first.stop();
  const second = await start();
  expect(await query(second, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
  await second.stop();
});

it("stops the server of a killed run and starts again on the same port", async () => {
  const killed = spawnStarter();
  await lineOf(killed, "ready");
  killed.kill("SIGKILL");
  await once(killed, "exit");

  const server = await start();
  expect(await query(server, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await server.stop();
});

it("recovers after the server itself was killed", async () => {
  const first = await start(true);
  await query(first, "CREATE TABLE kept AS SELECT 7 AS n");
  process.kill(first.processId, "SIGKILL");
  await first.ended;
  const second = await start();
  expect(await query(second, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
  await second.stop();
});

it("says in one sentence that the port is taken", async () => {
  const holder = createServer();
  await listen(holder, port);
  await expect(start()).rejects.toThrow(`PostgreSQL cannot listen on port ${port}: another program holds it.`);
  holder.close();
});

it("says in one sentence that the secrets do not belong to the data", async () => {
  await (await start()).stop();
  const wrong = startPostgres({ directory, port, password: "another", durable: false });
  await expect(wrong).rejects.toThrow(`The data in ${directory} were made with another password`);
});

it.runIf(process.getuid?.() === 0)(
  "moves to the temporary area when the server's user cannot enter the folder",
  async () => {
    const locked = mkdtempSync(join(tmpdir(), "covenant-postgres-test-")); // mkdtemp makes it 0700.
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const data = join(locked, "data");
    const server = await startPostgres({ directory: data, port, password: "secret", durable: false, log });
    expect(server.directory.startsWith(locked)).toBe(false);
    expect(lines.join("\n")).toContain(join(server.directory, ".."));
    await server.stop();
    for (const folder of [locked, join(server.directory, "..")]) rmSync(folder, { recursive: true, force: true });
  },
);

/** A process of its own that starts the server and then only waits to be killed. */
function spawnStarter(): ChildProcess {
  const module = fileURLToPath(new URL("./start-postgres.ts", import.meta.url));
  const options = JSON.stringify({ directory, port, password: "secret", durable: false });
  const program = `import { startPostgres } from ${JSON.stringify(module)}; await startPostgres(${options}); console.log("ready");`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function lineOf(child: ChildProcess, text: string): Promise<void> {
  return new Promise((seen, ended) => {
    child.stdout?.on("data", (chunk) => String(chunk).includes(text) && seen());
    child.once("exit", () => ended(new Error(`ended before it said ${text}`)));
  });
}

async function listen(server: Server, on: number) {
  server.listen({ port: on, host: "127.0.0.1" });
  await once(server, "listening");
}
