import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileStore } from "./file-store.ts";
import { folderStore } from "./folder-store.ts";
import { s3Store } from "./s3-store.ts";

const folder = mkdtempSync(join(tmpdir(), "covenant-files-"));
const bucket = mkdtempSync(join(tmpdir(), "covenant-bucket-"));
const server = new S3rver({
  port: 0,
  address: "127.0.0.1",
  silent: true,
  directory: bucket,
  configureBuckets: [{ name: "sealed", configs: [] }],
});
const stores: Partial<Record<"folder" | "S3", FileStore>> = { folder: folderStore(folder) };

beforeAll(async () => {
  const { port } = await server.run();
  stores.S3 = s3Store({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: "sealed",
    region: "auto",
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
  });
});
afterAll(async () => {
  await server.close();
  for (const directory of [folder, bucket]) rmSync(directory, { recursive: true });
});

const megabyte = 1024 * 1024;
const name = (digit: string) => `art_${digit.repeat(32)}`;

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += megabyte) yield bytes.subarray(at, at + megabyte);
}

async function* breaksOff(after: number) {
  for (let sent = 0; sent < after; sent += megabyte) yield Buffer.alloc(megabyte);
  throw new Error("the source broke off");
}

/** Every file of a directory, finished or not. */
const filesIn = (directory: string) => readdirSync(directory);

describe.each(["folder", "S3"] as const)("the %s store", (kind) => {
  const store = (): FileStore => {
    const found = stores[kind];
    if (found === undefined) throw new Error("the store is not there");
    return found;
  };
  const read = async (of: string, range?: { from: number; to: number }) => {
    const found = await store().read(of, range);
    return found === null ? null : buffer(found);
  };
  const list = async (prefix: string, after?: string) => {
    const names: string[] = [];
    for await (const each of store().list(prefix, after)) names.push(each);
    return names;
  };

  it.each([0, 10, 8 * megabyte, 17 * megabyte + 3])("gives back %i bytes as they were written", async (length) => {
    const bytes = randomBytes(length);
    await store().write(name("a"), inPieces(bytes));
    expect((await read(name("a")))?.equals(bytes)).toBe(true);
  });

  it("writes over a file that is there", async () => {
    await store().write(name("a"), inPieces(Buffer.from("one")));
    await store().write(name("a"), inPieces(Buffer.from("another")));
    expect((await read(name("a")))?.toString()).toBe("another");
  });

  it("reads from one byte to another, both with it", async () => {
    const bytes = randomBytes(9 * megabyte);
    await store().write(name("b"), inPieces(bytes));
    for (const [from, to] of [
      [0, 10],
      [11, 1_048_602],
      [8 * megabyte, 9 * megabyte - 1],
    ] as const)
      expect((await read(name("b"), { from, to }))?.equals(bytes.subarray(from, to + 1))).toBe(true);
  });

  it("says nothing is there once a file is removed, and may be asked to remove it again", async () => {
    await store().write(name("c"), inPieces(randomBytes(9)));
    await store().remove(name("c"));
    await store().remove(name("c"));
    expect(await read(name("c"))).toBeNull();
    expect(await read(name("c"), { from: 0, to: 3 })).toBeNull();
  });

  it.each([3, 20])("shows nothing of a file whose writing broke off after %i MB", async (length) => {
    await expect(store().write(name("d"), breaksOff(length * megabyte))).rejects.toThrow("broke off");
    expect(await read(name("d"))).toBeNull();
    expect(filesIn(folder).filter((file) => file.includes(name("d")))).toEqual([]);
  });

  it("lists what begins so, in order and from where it is asked to", async () => {
    const parts = ["3", "1", "2"].map((digit) => `${name("e")}.${digit.repeat(32)}`);
    for (const part of [...parts, name("f")]) await store().write(part, inPieces(Buffer.from(part)));
    const sorted = [...parts].sort();
    expect(await list(`${name("e")}.`)).toEqual(sorted);
    expect(await list(`${name("e")}.`, sorted[0])).toEqual(sorted.slice(1));
    expect(await list(name("9"))).toEqual([]);
  });
});
