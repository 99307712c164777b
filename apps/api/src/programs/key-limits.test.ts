import { auditLedger, payBack } from "@covenant/db";
import { type ApiKeyRequest, credits, type HoldId, type MemberActor, type MemberId, newId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createApiKey } from "../keys/create-api-key.ts";
import { listApiKeys } from "../keys/list-api-keys.ts";
import { listModels } from "../models/list-models.ts";
import { type TestProgram, testProgram } from "../testing/test-program.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";

let studio: TestStudio;
let program: TestProgram;
let member: MemberActor;
let price: number;

beforeAll(async () => {
  studio = await testStudio();
  program = await testProgram(studio);
  const models = await listModels(studio.deps, await studio.member(0, "apimodels"));
  price = models.find(({ id }) => id === "z-image")?.credits ?? 0;
});
beforeEach(async () => {
  member = await studio.member(5000, "apimodels");
});
afterAll(async () => {
  expect(await auditLedger(studio.deps.db)).toEqual([]);
  await program.close();
  await studio.deps.close();
});

const newKey = (limits: Partial<ApiKeyRequest>) =>
  createApiKey(studio.deps, member, { requestId: newId("request"), name: "limited", ...limits });
const used = async () => (await listApiKeys(studio.deps, member))[0]?.usedThisMonth;

async function make(secret: string, model = "z-image") {
  const response = await program.app.inject({
    method: "POST",
    url: "/v1/images/generations",
    headers: { authorization: `Bearer ${secret}` },
    payload: { model, prompt: "a lighthouse" },
  });
  return { status: response.statusCode, body: response.json() };
}

it("takes no more in a month than its budget, however many calls come at once, and gives back what is paid back", async () => {
  const { secret } = await newKey({ monthlyCredits: 2 * price + 1 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => make(secret)));
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([200, 200, 402, 402, 402, 402, 402, 402]);
  expect(answers.find(({ status }) => status === 402)?.body).toMatchObject({
    class: "insufficient_credits",
    code: "key/budget-spent",
    detail: expect.stringContaining("Nothing was charged"),
  });
  expect(await used()).toBe(2 * price);

  const { memberId } = member;
  const { holdId } = await studio.deps.db.rows.generation.findFirstOrThrow({ where: { memberId } });
  const wallet = { walletId: memberId as MemberId, holdId: holdId as HoldId };
  await payBack(studio.deps.db, {
    ...wallet,
    credits: credits(price),

    reason: "test",
    key: newId("request"),
  });
  expect(await used()).toBe(price);
  expect((await make(secret)).status).toBe(200);
  expect((await make(secret)).status).toBe(402);
});

it("begins anew with the month", async () => {
  const { secret } = await newKey({ monthlyCredits: price });
  expect([(await make(secret)).status, (await make(secret)).status]).toEqual([200, 402]);
  await studio.deps.db.query(
    "UPDATE generation SET created_at = created_at - interval '32 days' WHERE member_id = $1",
    [member.memberId],
  );
  expect((await make(secret)).status).toBe(200);
});

it("calls the models it is for, and says which when it is asked for another", async () => {
  const models = await studio.deps.db.rows.model.findMany({ where: { storefront: "apimodels" } });
  const other = models.find(({ id }) => id !== "z-image")?.id ?? "";
  const { secret } = await newKey({ models: ["z-image"] });
  expect((await make(secret)).status).toBe(200);
  expect(await make(secret, other)).toMatchObject({
    status: 403,
    body: { code: "key/not-for-model", detail: "This API key may call z-image only." },
  });
  await expect(newKey({ models: ["gpt-0"] })).rejects.toMatchObject({ code: "model/not-available" });
});

it("is dead from the moment it expires", async () => {
  const { secret, key } = await newKey({ expiresInDays: 30 });
  expect((await make(secret)).status).toBe(200);
  await studio.deps.db.query("UPDATE api_key SET expires_at = now() WHERE id = $1", [key.id]);
  expect(await make(secret)).toMatchObject({ status: 401, body: { code: "key/revoked" } });
});
