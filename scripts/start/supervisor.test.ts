import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { assertPortsFree, readPorts } from "./ports.ts";
import { identityOf } from "./process-identity.ts";
import { endLeftovers, RunRecord } from "./run-record.ts";
import { Supervisor } from "./supervisor.ts";

let folder: string;
let recordFile: string;
let supervisor: Supervisor;

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  folder = mkdtempSync(join(tmpdir(), "covenant-supervisor-"));
  recordFile = join(folder, "run.json");
  const record = new RunRecord(recordFile);
  supervisor = new Supervisor({ root: folder, logDirectory: folder, environment: {}, record });
});
afterEach(() => {
  supervisor.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** A process that says its id and stays, with whatever else it should do. */
const staying = (name: string, more = "") => ({
  name,
  args: ["-e", `${more}; console.log("pid " + process.pid); setInterval(() => {}, 1000);`],
});

async function pidsOf(name: string, count: number): Promise<number[]> {
  for (let tries = 0; tries < 200; tries++) {
    const pids = [...textOf(join(folder, `${name}.log`)).matchAll(/^pid (\d+)$/gm)].map((found) => Number(found[1]));
    if (pids.length >= count) return pids;
    await sleep(50);
  }
  throw new Error(`${name} never said its id ${count} times`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

it("starts a process again after it was killed", async () => {
  supervisor.start(staying("worker"), 10);
  const [first = 0] = await pidsOf("worker", 1);
  process.kill(first, "SIGKILL");
  const [, second = 0] = await pidsOf("worker", 2);
  expect(second).not.toBe(first);
  expect(identityOf(second)).not.toBeNull();
});

it("leaves no process, not even one that a child had started", async () => {
  const parent = `const { spawn } = require("node:child_process");
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    console.log("pid " + child.pid)`;
  supervisor.start(staying("api", parent));
  const pids = await pidsOf("api", 2);
  await supervisor.stop();
  await expect.poll(() => pids.map(identityOf)).toEqual([null, null]);
});

it("does not restart what it stopped", async () => {
  supervisor.start(staying("api"), 10);
  await pidsOf("api", 1);
  await supervisor.stop();
  await sleep(200);
  expect(await pidsOf("api", 1)).toHaveLength(1);
});

it("gives up on a process that keeps dying before it answers, and names its log", async () => {
  const dying = { name: "api", args: ["-e", "process.exit(1)"], readyUrl: "http://127.0.0.1:1/" };
  supervisor.start(dying, 1);
  await expect(supervisor.untilReady(dying)).rejects.toThrow(join(folder, "api.log"));
});

it("ends what a killed supervisor left, and only that", async () => {
  const module = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));
  const place = JSON.stringify({ root: folder, logDirectory: folder, environment: {} });
  const program = `
    import { RunRecord } from ${module("./run-record.ts")};
    import { Supervisor } from ${module("./supervisor.ts")};
    const record = new RunRecord(${JSON.stringify(recordFile)});
    new Supervisor({ ...${place}, record }).start(${JSON.stringify(staying("left"))});`;
  const killed = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: "ignore",
  });
  const [left = 0] = await pidsOf("left", 1);
  await expect(endLeftovers(recordFile)).rejects.toThrow("already runs here");
  killed.kill("SIGKILL");
  await once(killed, "exit");

  expect(identityOf(left)).not.toBeNull();
  await endLeftovers(recordFile);
  expect(identityOf(left)).toBeNull();
  await expect(endLeftovers(recordFile)).resolves.toBeUndefined();
});

it("names the port that is taken, who holds it, and the variable to change", async () => {
  const holder = createServer().listen({ port: 0, host: "127.0.0.1" });
  await once(holder, "listening");
  const address = holder.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const sentence = new RegExp(`^Port ${port} is taken( by .* \\(process ${process.pid}\\))?: .*WEB_PORT`);
  await expect(assertPortsFree({ WEB_PORT: port })).rejects.toThrow(sentence);
  holder.close();
});

it("refuses two services on one port", () => {
  expect(() => readPorts({ WEB_PORT: "4200" })).toThrow("WEB_PORT and ADMIN_PORT are both 4200");
});
