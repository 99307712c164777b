import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { folderStore } from "./folder-store.ts";

const folder = mkdtempSync(join(tmpdir(), "covenant-files-"));
const store = folderStore(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const name = (digit: string) => `art_${digit.repeat(32)}`;

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

it("takes ids for names and nothing that could be a path", async () => {
  for (const path of ["../art_secret", "art_../../etc", "/etc/passwd", `${name("a")}/x`, "", `${name("a")}\0`]) {
    await expect(async () => store.read(path), path).rejects.toThrow("named by its id");
    await expect(store.write(path, pieces("x")), path).rejects.toThrow("named by its id");
  }
});
