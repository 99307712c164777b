import {
  type CaseId,
  type CaseView,
  type GenerationId,
  type MemberActor,
  newId,
  type Signal,
  type StaffActor,
  type UploadId,
} from "@covenant/domain";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { purgeFile } from "../artifacts/purge-file.ts";
import { viewCase } from "../decisions/view-case.ts";
import { readAttempt } from "../generations/read-attempt.ts";
import { runAttempt } from "../generations/run-attempt.ts";
import { paintedPicture } from "../testing/painted-picture.ts";
import { attemptsOn, openStudio } from "../testing/test-attempts.ts";
import { smallPicture, type TestStudio, testStudio } from "../testing/test-studio.ts";
import { storeUpload } from "../uploads/store-upload.ts";
import { barPicture } from "./bar-picture.ts";
import { unbarPicture } from "./unbar-picture.ts";

const moderator: StaffActor = { kind: "staff", staffId: newId("staff"), roles: ["moderator"] };
const sexual: Signal = { source: "moderation", category: "sexual", confidence: 0.95 };

let studio: TestStudio;
let member: MemberActor;
/** Each test has pictures of its own. */
let seed = 100;
beforeAll(async () => {
  studio = await testStudio();
});
beforeEach(async () => {
  member = await openStudio(studio);
  studio.see(null);
  seed += 1;
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

const { lastAttempt, view } = attemptsOn(
  () => studio,
  () => member,
);
const rows = () => studio.deps.db.rows;
const painted = () => paintedPicture(seed);
const changed = async () =>
  sharp(
    await sharp(await painted())
      .rotate(90)
      .toBuffer(),
  )
    .resize(96, 96)
    .jpeg({ quality: 60 })
    .toBuffer();

async function generate(picture: () => Promise<Uint8Array>): Promise<GenerationId> {
  studio.fetches(picture);
  const id = await studio.request(member);
  await runAttempt(studio.deps, { generationId: id });
  await readAttempt(studio.deps, { attemptId: await lastAttempt(id) });
  return id;
}

async function caseOf(generationId: GenerationId): Promise<CaseView> {
  const { id } = await rows().case.findUniqueOrThrow({ where: { generationId } });
  return viewCase(studio.deps, moderator, id as CaseId);
}

/** A case whose withheld picture a moderator bars. */
async function barred(category: "sexual" | "child-safety" = "sexual") {
  studio.see({ ...sexual, category });
  const generationId = await generate(painted);
  studio.see(null);
  const found = await caseOf(generationId);
  const [picture] = found.pictures;
  if (picture === undefined) throw new Error("the case has no picture");
  const request = {
    requestId: newId("request"),
    caseId: found.id,
    imprintId: picture.id,
    category,
    source: "moderator",
    note: "Not to come back.",
  } as const;
  return { generationId, found, request, ...(await barPicture(studio.deps, moderator, request)) };
}

it("keeps a turned, smaller and lossy copy of a barred picture from being delivered, and calls a person", async () => {
  const { pictureBarId } = await barred();
  const id = await generate(changed);
  expect(await view(id)).toMatchObject({ state: "blocked", reason: "output-refused", strike: null, artifacts: [] });
  const found = await caseOf(id);
  expect(found).toMatchObject({ category: "sexual", signals: [{ source: "imprint", category: "sexual" }] });
  const ruling = await rows().ruling.findFirstOrThrow({ where: { generationId: id, question: "promptScreening" } });
  expect(ruling.facts).toMatchObject({ of: "result", near: { id: pictureBarId, bits: expect.any(Number) } });
});

it("tells the member of a barred picture word for word what it tells of one that the moderation model flagged", async () => {
  const { generationId } = await barred();
  const told = async (id: GenerationId) => {
    const {
      id: _,
      createdAt: __,
      endedAt: ___,
      events,
      attempts,
      creditLines,
      rulings,
      appeal,
      ...rest
    } = await view(id);
    return {
      ...rest,
      mayAppeal: appeal?.isOpen,
      stages: events.map(({ stage }) => stage),
      outcomes: attempts.map(({ outcome }) => outcome),
      lines: creditLines.map(({ sentence }) => sentence),
      rulings: rulings.map(({ explanation, clauses, outcome }) => ({ explanation, clauses, outcome })),
    };
  };
  expect(await told(await generate(changed))).toEqual(await told(generationId));
});

it("works from no upload that is near a barred picture: the request waits for a person, as after one sure check", async () => {
  await barred();
  const bytes = await changed();
  const image = { format: "jpeg", bytes, width: 96, height: 96 } as const;
  const upload = await storeUpload(studio.deps, member, { fileName: "a.jpg", image, arrivalId: newId("arrival") });
  const id = await studio.request(member, { uploadId: upload.id as UploadId });
  const blocked = await view(id);
  expect(blocked).toMatchObject({ state: "blocked", reason: "upload-blocked", strike: { state: "pending" } });
  expect(blocked.creditLines.map(({ kind }) => kind)).toContain("under-review");
  expect(JSON.stringify(blocked)).not.toMatch(/imprint|barred|near|known/);
  expect((await caseOf(id)).pictures).toMatchObject([{ is: "upload", canBeKnown: true }]);
  await purgeFile(studio.deps, { kind: "upload", id: upload.id, cause: "member-request" });
  expect((await caseOf(id)).pictures).toEqual([]);
});

it("lets a picture come back once its bar has ended, and says who barred it until then", async () => {
  const { generationId, pictureBarId, request } = await barred();
  expect(await barPicture(studio.deps, moderator, request)).toEqual({ pictureBarId });
  expect((await caseOf(generationId)).pictures[0]?.bar).toMatchObject({
    id: pictureBarId,
    clauseId: "IAI-3.2",
    by: moderator.staffId,
  });
  for (let times = 0; times < 2; times += 1)
    await unbarPicture(studio.deps, moderator, { pictureBarId, note: "A mistake." });
  expect((await caseOf(generationId)).pictures[0]?.bar).toBeNull();
  expect(await view(await generate(changed))).toMatchObject({ state: "delivered" });
  const acts = await rows().act.findMany({ where: { subject: request.caseId, act: { startsWith: "picture." } } });
  expect(acts.map(({ act }) => act)).toEqual(["picture.bar", "picture.unbar"]);
});

it("bars no picture of another case, none with too little in it, and none for what is not forbidden", async () => {
  const { request } = await barred();
  const asked = { ...request, requestId: newId("request") };
  const bar = (change: Partial<typeof asked>) => barPicture(studio.deps, moderator, { ...asked, ...change });
  await expect(bar({ imprintId: newId("imprint") })).rejects.toMatchObject({ code: "thing/not-found" });
  const rude = { ...asked, category: "profanity" as const };
  await expect(barPicture(studio.deps, moderator, rude)).rejects.toMatchObject({ code: "request/invalid" });
  studio.see(sexual);
  const plain = await caseOf(await generate(smallPicture));
  expect(plain.pictures).toMatchObject([{ canBeKnown: false }]);
  const onPlain = { ...asked, caseId: plain.id, imprintId: plain.pictures[0]?.id ?? newId("imprint") };
  await expect(barPicture(studio.deps, moderator, onPlain)).rejects.toMatchObject({ code: "request/invalid" });
});

it("lists the cases with a near picture at each other, and no other", async () => {
  studio.see(sexual);
  const [one, other] = [await generate(painted), await generate(changed)];
  seed += 1;
  const unlike = await generate(painted);
  const [first, second] = [await caseOf(one), await caseOf(other)];
  expect(first.nearDuplicates).toMatchObject([{ id: second.id, category: "sexual", state: "open" }]);
  expect(second.nearDuplicates.map(({ id }) => id)).toEqual([first.id]);
  expect((await caseOf(unlike)).nearDuplicates).toEqual([]);
});
