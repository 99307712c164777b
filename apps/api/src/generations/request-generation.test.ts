import { getBalance } from "@covenant/db";
import { duration, type MemberActor, newId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { plantUpload } from "../testing/plant-upload.ts";
import { giveCredits, pictureModel, type TestStudio, testStudio } from "../testing/test-studio.ts";
import { cancelGeneration } from "./cancel-generation.ts";
import { quoteGeneration } from "./quote-generation.ts";
import { requestGeneration } from "./request-generation.ts";
import { runAttempt } from "./run-attempt.ts";
import { viewGeneration } from "./view-generation.ts";

let studio: TestStudio;
let member: MemberActor;
const price = 2;

beforeAll(async () => {
  studio = await testStudio();
});
beforeEach(async () => {
  studio.hear(null);
  member = await studio.member();
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

const generationsOf = ({ memberId }: MemberActor) => studio.deps.db.rows.generation.findMany({ where: { memberId } });
const balanceOf = ({ memberId }: MemberActor) => getBalance(studio.deps.db, memberId);
const quoteOf = async (actor: MemberActor, modelId = pictureModel) =>
  (await quoteGeneration(studio.deps, actor, { modelId })).quoteId;
const spec = { modelId: pictureModel, prompt: "a lighthouse" };

it("makes one generation and one hold of one request sent twice", async () => {
  const requestId = newId("request");
  const first = await studio.request(member, { requestId });
  expect(await studio.request(member, { requestId })).toBe(first);
  expect(await generationsOf(member)).toHaveLength(1);
  expect(await balanceOf(member)).toMatchObject({ available: 100 - price, held: price });
});

it("makes one generation of one request sent twenty times at once", async () => {
  const request = { requestId: newId("request"), quoteId: await quoteOf(member), spec };
  const answers = await Promise.all(Array.from({ length: 20 }, () => requestGeneration(studio.deps, member, request)));
  expect(new Set(answers.map(({ generationId }) => generationId)).size).toBe(1);
  expect(await generationsOf(member)).toHaveLength(1);
  expect(await balanceOf(member)).toMatchObject({ held: price });
});

it("accepts one of twenty different requests when there is credit for one", async () => {
  const poor = await studio.member(price);
  const quoteId = await quoteOf(poor);
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      requestGeneration(studio.deps, poor, { requestId: newId("request"), quoteId, spec }),
    ),
  );
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused).toHaveLength(19);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "credits/insufficient" });
  expect(await generationsOf(poor)).toHaveLength(1);
  expect(await balanceOf(poor)).toMatchObject({ available: 0, held: price });
});

it("leaves nothing of a request it refused for want of credit, so that the same request may come again", async () => {
  const poor = await studio.member(0);
  const request = { requestId: newId("request"), quoteId: await quoteOf(poor), spec };
  await expect(requestGeneration(studio.deps, poor, request)).rejects.toMatchObject({
    code: "credits/insufficient",
    facts: { needed: price, available: 0 },
  });
  expect(await generationsOf(poor)).toEqual([]);
  await giveCredits(studio.deps, poor.memberId, price);
  await requestGeneration(studio.deps, poor, request);
  expect(await balanceOf(poor)).toMatchObject({ available: 0, held: price });
});

it("refuses a request id that came before with other words, and shows nothing of the earlier one", async () => {
  const requestId = newId("request");
  const first = await studio.request(member, { requestId });
  await expect(studio.request(member, { requestId, prompt: "a harbour" })).rejects.toMatchObject({
    code: "request/reused-key",
  });
  await studio.deps.db.rows.generation.update({ where: { id: first }, data: { prompt: null } });
  expect(await studio.request(member, { requestId })).toBe(first);
});

it("keeps one member's request ids apart from another's", async () => {
  const requestId = newId("request");
  const other = await studio.member();
  expect(await studio.request(member, { requestId })).not.toBe(await studio.request(other, { requestId }));
});

it("refuses a quote of another member, of another model, and one that has run out", async () => {
  const other = await studio.member();
  const ask = async (quoteId: Awaited<ReturnType<typeof quoteOf>>) =>
    requestGeneration(studio.deps, member, { requestId: newId("request"), quoteId, spec });
  await expect(ask(await quoteOf(other))).rejects.toMatchObject({ code: "thing/not-found" });
  await expect(ask(newId("quote"))).rejects.toMatchObject({ code: "thing/not-found" });
  await expect(ask(await quoteOf(member, "gpt-image-2"))).rejects.toMatchObject({ code: "request/invalid" });
  const quoteId = await quoteOf(member);
  await studio.deps.db.rows.quote.update({ where: { id: quoteId }, data: { validUntil: studio.deps.clock.now() } });
  await expect(ask(quoteId)).rejects.toMatchObject({ code: "quote/expired" });
  expect(await generationsOf(member)).toEqual([]);
});

it("runs at the price that was quoted, though the catalogue's went up since", async () => {
  const modelId = "seedream-4.5";
  const { quoteId, credits } = await quoteGeneration(studio.deps, member, { modelId });
  const dearer = { id: newId("modelPrice"), storefront: "image-ai-run", modelId, credits: credits + 40 };
  const now = studio.deps.clock.now();
  await studio.deps.db.rows.modelPrice.create({ data: { ...dearer, effectiveAt: now, createdAt: now } });
  await requestGeneration(studio.deps, member, { requestId: newId("request"), quoteId, spec: { ...spec, modelId } });
  expect(await balanceOf(member)).toMatchObject({ held: credits });
  expect((await quoteGeneration(studio.deps, member, { modelId })).credits).toBe(credits + 40);
});

it("prices no size that the model does not make", async () => {
  const ask = quoteGeneration(studio.deps, member, { modelId: pictureModel, size: "9000x9000" });
  await expect(ask).rejects.toMatchObject({ code: "request/invalid", facts: { field: "size" } });
});

it("lets nobody use another member's file, or learn that it is there", async () => {
  const stranger = await studio.member();
  const id = await plantUpload(studio.deps, stranger);
  for (const uploadId of [id, newId("upload")]) {
    await expect(studio.request(member, { uploadId })).rejects.toMatchObject({
      code: "thing/not-found",
      facts: { thing: "upload" },
    });
  }
  await expect(studio.request(stranger, { uploadId: id })).resolves.toMatch(/^gen_/);
});

it("gives the credits back to whoever cancels before it starts, once", async () => {
  const generationId = await studio.request(member);
  await cancelGeneration(studio.deps, member, generationId);
  await cancelGeneration(studio.deps, member, generationId);
  expect(await balanceOf(member)).toMatchObject({ available: 100, held: 0 });
  await runAttempt(studio.deps, { generationId });
  expect(studio.provider.submissions).toEqual([]);
  expect(await viewGeneration(studio.deps, member, generationId)).toMatchObject({
    state: "cancelled",
    canCancel: false,
    creditLines: [{ kind: "held" }, { kind: "released", credits: price }],
  });
});

it("either ends or is sent and asked to stop, when cancelling and starting come at once", async () => {
  for (let round = 0; round < 8; round += 1) {
    const generationId = await studio.request(member);
    const sent = studio.provider.submissions.length;
    await Promise.all([cancelGeneration(studio.deps, member, generationId), runAttempt(studio.deps, { generationId })]);
    const row = await studio.deps.db.rows.generation.findUniqueOrThrow({ where: { id: generationId } });
    expect({ state: row.state, isAskedToStop: row.cancelAskedAt !== null }).toEqual(
      studio.provider.submissions.length === sent
        ? { state: "cancelled", isAskedToStop: false }
        : { state: "running", isAskedToStop: true },
    );
    expect(studio.provider.submissions.length - sent).toBeLessThanOrEqual(1);
  }
});

it("expires what nobody started in time, and charges nothing", async () => {
  const generationId = await studio.request(member);
  studio.deps.clock.advance(duration.minutes(10));
  await runAttempt(studio.deps, { generationId });
  studio.deps.clock.advance(-duration.minutes(10));
  expect(await viewGeneration(studio.deps, member, generationId)).toMatchObject({
    state: "expired",
    reason: "not-started-in-time",
  });
  expect(await balanceOf(member)).toMatchObject({ available: 100, held: 0 });
});
