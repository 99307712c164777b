import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { keepLog, warningIn } from "./log-lines.ts";

it("shows warnings and errors and nothing calmer", () => {
  expect(warningIn('{"level":30,"msg":"ready"}')).toBeNull();
  expect(warningIn('{"level":40,"msg":"slow"}')).toBe("slow");
  expect(warningIn('{"level":50,"msg":"failed","err":{"message":"no route"}}')).toBe("failed no route");
  expect(warningIn("plain words")).toBeNull();
});

it("keeps every line and shows the first few of a burst", async () => {
  const folder = mkdtempSync(join(tmpdir(), "covenant-log-"));
  const file = join(folder, "api.log");
  const [output, errors, shown] = [new PassThrough(), new PassThrough(), [] as string[]];
  keepLog("api", file, output, errors, (line) => shown.push(line));
  for (let number = 1; number <= 20; number++) errors.write(`line ${number}\n`);
  await expect.poll(() => readFileSync(file, "utf8").trim().split("\n").length).toBe(20);
  expect(shown.map((line) => line.replace(/\s+/g, " "))).toEqual([
    "api line 1",
    "api line 2",
    "api line 3",
    `api … more in ${file}`,
  ]);
  rmSync(folder, { recursive: true });
});
