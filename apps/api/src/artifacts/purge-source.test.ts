import type { ArtifactId, MemberActor, UploadId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { readAttempt } from "../generations/read-attempt.ts";
import { plantUpload } from "../testing/plant-upload.ts";
import { attemptsOn, openStudio } from "../testing/test-attempts.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { confirmDownload } from "./confirm-download.ts";
import { purgeOwnArtifact } from "./purge-own-artifact.ts";

let studio: TestStudio;
let member: MemberActor;
beforeAll(async () => {
  studio = await testStudio();
});
beforeEach(async () => {
  member = await openStudio(studio);
});
afterAll(() => studio.deps.close());

const { run, lastAttempt } = attemptsOn(
  () => studio,
  () => member,
);

async function madeOf(uploadId: UploadId): Promise<ArtifactId> {
  const generationId = await studio.request(member, { uploadId });
  await run(generationId);
  await readAttempt(studio.deps, { attemptId: await lastAttempt(generationId) });
  return (await studio.deps.db.rows.artifact.findFirstOrThrow({ where: { generationId } })).id as ArtifactId;
}

const photo = () => plantUpload(studio.deps, member);
const uploadOf = (id: UploadId) => studio.deps.db.rows.upload.findUniqueOrThrow({ where: { id } });

it("takes the photo with the last file that was made of it, key and bytes", async () => {
  const uploadId = await photo();
  await purgeOwnArtifact(studio.deps, member, { artifactId: await madeOf(uploadId) });
  expect(await uploadOf(uploadId)).toMatchObject({
    purgeCause: "member-request",
    keyDestroyedAt: expect.any(Date),
    bytesDeletedAt: expect.any(Date),
  });
  await expect(studio.request(member, { uploadId })).rejects.toMatchObject({ name: "Refusal" });
});

it("leaves it while another generation is to be made of it", async () => {
  const uploadId = await photo();
  const artifactId = await madeOf(uploadId);
  await studio.request(member, { uploadId });
  await purgeOwnArtifact(studio.deps, member, { artifactId });
  expect(await uploadOf(uploadId)).toMatchObject({ purgeCause: null });
});

it("begins the photo's end with the first download where files are here for delivery only", async () => {
  const uploadId = await photo();
  const artifactId = await madeOf(uploadId);
  const { deps } = studio;
  await deps.db.rows.upload.update({
    where: { id: uploadId },
    data: { storefront: "modelmyimage", keepUntil: new Date(Date.now() + 3_600_000) },
  });
  await confirmDownload(deps, artifactId);
  const { keepUntil, createdAt } = await uploadOf(uploadId);
  const minutes = ((keepUntil?.getTime() ?? 0) - createdAt.getTime()) / 60_000;
  expect(minutes).toBeGreaterThan(9.9);
  expect(minutes).toBeLessThan(11);
});
