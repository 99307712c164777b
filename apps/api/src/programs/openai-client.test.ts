import { auditLedger, getBalance } from "@covenant/db";
import type { MemberActor } from "@covenant/domain";
import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { finished, waiting } from "../testing/scripted-provider.ts";
import { type TestProgram, testProgram } from "../testing/test-program.ts";
import { smallPicture, type TestStudio, testStudio } from "../testing/test-studio.ts";

let studio: TestStudio;
let program: TestProgram;
let member: MemberActor;
let client: OpenAI;

beforeAll(async () => {
  studio = await testStudio();
  program = await testProgram(studio);
});
beforeEach(async () => {
  studio.hear(null);
  studio.provider.onRead(() => finished);
  member = await studio.member(1000, "apimodels");
  const { secret } = await program.newKey(member);
  client = new OpenAI({ apiKey: secret, baseURL: `${program.origin}/v1` });
});
afterAll(async () => {
  expect(await auditLedger(studio.deps.db)).toEqual([]);

  await program.close();

  await studio.deps.close();
});

const wanted = { model: "z-image", prompt: "a lighthouse" };
const made = () => studio.deps.db.rows.generation.count({ where: { memberId: member.memberId } });

it("makes an image", async () => {
  const { data } = await client.images.generate({ ...wanted, response_format: "b64_json" });
  expect(Buffer.from(data?.[0]?.b64_json ?? "", "base64")).toEqual(Buffer.from(await smallPicture()));
  expect(await made()).toBe(1);
});

it("lists and finds models", async () => {
  const { data } = await client.models.list();
  expect(data.map(({ id }) => id)).toContain("z-image");
  expect(await client.models.retrieve("z-image")).toMatchObject({ id: "z-image", object: "model" });
  await expect(client.models.retrieve("gpt-0")).rejects.toBeInstanceOf(OpenAI.NotFoundError);
});

it("throws a block as a bad request, with the code its users know, and the clauses", async () => {
  studio.hear({ source: "moderation", category: "hate", confidence: 0.97 });
  const error = await client.images.generate({ ...wanted, prompt: "a standin-hate" }).catch((each: unknown) => each);
  expect(error).toBeInstanceOf(OpenAI.BadRequestError);
  expect(error).toMatchObject({
    status: 400,
    code: "content_policy_violation",
    type: "image_generation_user_error",
    error: { class: "policy_input", category: "hate", clauses: expect.arrayContaining([expect.any(String)]) },
  });
});

it("throws what is wrong with the key, the body and the balance as its own errors", async () => {
  const stranger = new OpenAI({ apiKey: `cov_live_${"a".repeat(43)}`, baseURL: `${program.origin}/v1` });
  await expect(stranger.models.list()).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
  await expect(client.images.generate({ ...wanted, n: 11 })).rejects.toMatchObject({ status: 400, param: "n" });
  await expect(client.images.generate({ ...wanted, model: "gpt-0" })).rejects.toMatchObject({ param: "model" });
  const poor = await program.newKey(await studio.member(1, "apimodels"));
  const broke = new OpenAI({ apiKey: poor.secret, baseURL: `${program.origin}/v1` });
  await expect(broke.images.generate(wanted)).rejects.toMatchObject({ status: 402, code: "credits/insufficient" });
});

it("does not pay twice for a failure: the client, which tries again by itself, is told not to", async () => {
  studio.provider.onRead(() => ({
    kind: "failed",
    failure: { class: "bad-input", category: null, stage: "run", detail: "scripted" },
  }));
  await expect(client.images.generate(wanted)).rejects.toMatchObject({ status: 502, code: "generation/failed" });
  expect(await made()).toBe(1);
  expect(await getBalance(studio.deps.db, member.memberId)).toMatchObject({ available: 1000, held: 0 });
});

it("finds the generation that a client left behind, by the key it sent", async () => {
  studio.provider.onRead(() => waiting);
  const options = { idempotencyKey: "once", headers: { "idempotency-key": "once" }, maxRetries: 0 };
  await expect(client.images.generate(wanted, { ...options, timeout: 700 })).rejects.toBeInstanceOf(
    OpenAI.APIConnectionTimeoutError,
  );
  studio.provider.onRead(() => finished);
  await client.images.generate(wanted, options);
  expect(await made()).toBe(1);
});
