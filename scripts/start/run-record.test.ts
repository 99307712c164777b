import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readPorts } from "./ports.ts";
import { findRun, RunRecord } from "./run-record.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "covenant-run-"));
  file = join(folder, "run.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("tells a command which ports the running demo took", () => {
  const ports = readPorts({ POSTGRES_PORT: "15432", SANDBOX_PORT: "14300" });
  new RunRecord(file, ports);
  expect(findRun(file)).toEqual({ processId: process.pid, ports });
});

it("finds no run where there is none, and none in a record whose process ended", () => {
  expect(findRun(file)).toBeNull();
  new RunRecord(file, readPorts({}));
  const record = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...record, supervisor: { ...record.supervisor, identity: "earlier" } }));
  expect(findRun(file)).toBeNull();
});
