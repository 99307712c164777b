import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { DamagedFile } from "./decrypt.ts";
import { discardFile } from "./discard-file.ts";
import { folderStore } from "./folder-store.ts";
import { openFile } from "./open-file.ts";
import { sealFile } from "./seal-file.ts";

const folder = mkdtempSync(join(tmpdir(), "covenant-files-"));
const clear = Buffer.from("a face, a place, a drawing: the clear bytes");
let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps({ files: folderStore(folder) });
});
afterAll(async () => {
  await deps.close();
  rmSync(folder, { recursive: true });
});

async function read(fileId: string): Promise<Buffer | null> {
  const bytes = await openFile(deps, fileId);
  return bytes === null ? null : buffer(bytes);
}

it("gives back what was sealed, and stores none of it in the clear", async () => {
  const fileId = newId("artifact");
  const { sha256 } = await sealFile(deps, { fileId, bytes: clear });
  expect(await read(fileId)).toEqual(clear);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(readFileSync(join(folder, fileId)).includes("a place")).toBe(false);
});

it("reads nothing once the key is destroyed, though every byte is still there", async () => {
  const fileId = newId("artifact");
  await sealFile(deps, { fileId, bytes: clear });
  await deps.keys.destroy(fileId);
  expect(await deps.files.read(fileId)).not.toBeNull();
  expect(await read(fileId)).toBeNull();
});

it("reads nothing of a file that never was, or whose bytes are gone", async () => {
  const fileId = newId("artifact");
  expect(await read(fileId)).toBeNull();
  await sealFile(deps, { fileId, bytes: clear });
  await deps.files.remove(fileId);
  expect(await read(fileId)).toBeNull();
});

it("does not open one file's bytes under another's name", async () => {
  const [one, other] = [newId("artifact"), newId("artifact")];
  await sealFile(deps, { fileId: one, bytes: randomBytes(90) });
  await sealFile(deps, { fileId: other, bytes: randomBytes(90) });
  const swapped = readFileSync(join(folder, other));
  await deps.files.write(
    one,
    (async function* () {
      yield swapped;
    })(),
  );
  await expect(read(one)).rejects.toThrow(DamagedFile);
});

it("seals an id once: neither a second time nor after its key is destroyed", async () => {
  const fileId = newId("upload");
  await sealFile(deps, { fileId, bytes: clear });
  await expect(sealFile(deps, { fileId, bytes: randomBytes(9) })).rejects.toThrow();
  expect(await read(fileId)).toEqual(clear);
  await discardFile(deps, fileId);
  await expect(sealFile(deps, { fileId, bytes: clear })).rejects.toThrow();
  expect(await read(fileId)).toBeNull();
});
