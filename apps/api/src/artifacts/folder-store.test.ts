import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, expect, it } from "vitest";
import { folderStore } from "./folder-store.ts";

const folder = mkdtempSync(join(tmpdir(), "covenant-files-"));
const store = folderStore(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const name = (digit: string) => `art_${digit.repeat(32)}`;

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function* breaksOff() {
  yield Buffer.from("half of it");
  throw new Error("the source broke off");
}

it("keeps a file under its id and forgets it when asked, once or twice", async () => {
  await store.write(name("a"), pieces("one ", "two"));
  const read = await store.read(name("a"));
  expect(read === null ? null : (await buffer(read)).toString()).toBe("one two");
  await store.remove(name("a"));
  await store.remove(name("a"));
  expect(await store.read(name("a"))).toBeNull();
});

it("shows nothing of a file whose writing broke off, and leaves nothing behind", async () => {
  await expect(store.write(name("b"), breaksOff())).rejects.toThrow("broke off");
  expect(await store.read(name("b"))).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

it("takes ids for names and nothing that could be a path", async () => {
  for (const path of ["../art_secret", "art_../../etc", "/etc/passwd", `${name("a")}/x`, "", `${name("a")}\0`]) {
    await expect(async () => store.read(path), path).rejects.toThrow("named by its id");
    await expect(store.write(path, pieces("x")), path).rejects.toThrow("named by its id");
  }
});
