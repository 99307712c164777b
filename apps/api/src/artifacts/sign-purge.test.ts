import { randomBytes } from "node:crypto";
import { newId } from "@covenant/domain";
import { ruleOnRetention } from "@covenant/policy";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readDeletion, signDeletion } from "../receipts/deletion-receipt.ts";
import { listReceiptKeys } from "../receipts/receipt-key.ts";
import { plantArtifact } from "../testing/plant-artifact.ts";
import { plantUpload } from "../testing/plant-upload.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { checkReceipts } from "./check-receipts.ts";
import { purgeDue } from "./purge-due.ts";
import { purgeFile } from "./purge-file.ts";

let deps: TestDeps;
beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

const rowOf = (id: string) => deps.db.rows.artifact.findUniqueOrThrow({ where: { id } });
const purge = (id: string) => purgeFile(deps, { kind: "artifact", id, cause: "member-request" });

async function faults(of: TestDeps = deps): Promise<string[]> {
  const found: string[] = [];
  for await (const { kind, id, fault } of checkReceipts(of)) if (fault !== null) found.push(`${kind} ${id} ${fault}`);
  return found;
}

it("states what was destroyed, when, why and under which clauses, and nothing of whose it was", async () => {
  const { artifactId, memberId, generationId } = await plantArtifact(deps, { storefront: "modelmyimage" });
  const { createdAt, sha256 } = await rowOf(artifactId);
  const receipt = await purge(artifactId);
  const { keyDestroyedAt, bytesDeletedAt } = await rowOf(artifactId);
  const facts = { createdAt, firstDownloadConfirmedAt: null, preservedAt: null };
  const ruled = ruleOnRetention({ storefront: "modelmyimage", at: createdAt, subject: "artifact", ...facts });
  const said = readDeletion(deps.settings, receipt?.signed ?? "");
  expect(said).toEqual({
    iss: "http://modelmyimage.test",
    jti: receipt?.receiptId,
    file: artifactId,
    kind: "artifact",
    sha256,
    key_destroyed_at: keyDestroyedAt?.toISOString(),
    bytes_deleted_at: bytesDeletedAt?.toISOString(),
    cause: "member-request",
    terms: ruled.termsVersion,
    clauses: ruled.clauses.map(({ id }) => id),
  });
  expect(said?.clauses.length).toBeGreaterThan(0);
  for (const personal of [memberId, generationId]) expect(JSON.stringify(said)).not.toContain(personal);
});

it("signs nothing while the bytes are still stored, and all that was left once they are gone", async () => {
  const { artifactId } = await plantArtifact(deps);
  const down = { ...deps, files: { ...deps.files, remove: () => Promise.reject(new Error("the store is down")) } };
  const receipt = await purgeFile(down, { kind: "artifact", id: artifactId, cause: "member-request" });
  expect(receipt).toMatchObject({ bytesDeletedAt: null, signed: null });
  await purgeDue(deps);
  expect((await purge(artifactId))?.signed).toBe((await rowOf(artifactId)).receipt);
  // As one that was purged before this installation signed.
  await deps.db.query("UPDATE artifact SET receipt = NULL WHERE id = $1", [artifactId]);
  await purgeDue(deps);
  expect((await rowOf(artifactId)).receipt).not.toBeNull();
});

it("signs for a photo that a member gave, too", async () => {
  const member = { kind: "member", memberId: newId("member"), storefront: "modelmyimage" } as const;
  const uploadId = await plantUpload(deps, member);
  const receipt = await purgeFile(deps, { kind: "upload", id: uploadId, cause: "member-request" });
  expect(readDeletion(deps.settings, receipt?.signed ?? "")).toMatchObject({ file: uploadId, kind: "upload" });
});

it("is found wrong where a row says something else by now, or a key that is not published signed", async () => {
  const [one, other] = [await plantArtifact(deps), await plantArtifact(deps)];
  for (const { artifactId } of [one, other]) await purge(artifactId);
  expect(await faults()).toEqual([]);
  const { sha256, receipt } = await rowOf(one.artifactId);
  const said = readDeletion(deps.settings, receipt ?? "");
  if (said === null) throw new Error("the receipt is not signed");
  const write = (id: string, change: { sha256?: string; receipt?: string }) =>
    deps.db.rows.artifact.update({ where: { id }, data: change });

  await write(one.artifactId, { sha256: "0".repeat(64) });
  expect(await faults()).toEqual([`artifact ${one.artifactId} differs`]);
  const forged = signDeletion({ RECEIPT_KEY: randomBytes(32).toString("base64") }, said);
  await write(one.artifactId, { sha256, receipt: forged });
  expect(await faults()).toEqual([`artifact ${one.artifactId} unproven`]);
  await write(one.artifactId, { receipt: (await rowOf(other.artifactId)).receipt ?? "" });
  expect(await faults()).toEqual([`artifact ${one.artifactId} differs`]);
  await write(one.artifactId, { receipt: receipt ?? "" });
  expect(await faults()).toEqual([]);

  const RECEIPT_KEY = randomBytes(32).toString("base64");
  const rotated = { ...deps, settings: { ...deps.settings, RECEIPT_KEY } };
  expect((await faults(rotated)).length).toBeGreaterThan(1);
  const before = listReceiptKeys(deps.settings).map(({ x }) => x);
  expect(await faults({ ...rotated, settings: { ...rotated.settings, RECEIPT_KEYS_BEFORE: before } })).toEqual([]);
});
