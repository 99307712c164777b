import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { freshText } from "./fresh-text.ts";

const folder = mkdtempSync(join(tmpdir(), "fresh-text-"));
const file = join(folder, "index.html");
afterAll(() => rmSync(folder, { recursive: true }));

it("gives the text that a rebuild has written, and the last one while the file is away", async () => {
  writeFileSync(file, "first");
  const read = await freshText(file);
  expect(await read()).toBe("first");
  rmSync(file);
  expect(await read()).toBe("first");
  writeFileSync(file, "second");
  utimesSync(file, new Date(), new Date(Date.now() + 5_000));
  expect(await read()).toBe("second");
});

it("says at once that there is no such file", async () => {
  await expect(freshText(join(folder, "nowhere.html"))).rejects.toThrow("ENOENT");
});
