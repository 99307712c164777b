import {
  after,
  duration,
  type MemberActor,
  newId,
  type RegistryEdit,
  type RegistryModel,
  type StaffActor,
  storefrontIds,
} from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { quoteGeneration } from "../generations/quote-generation.ts";
import { requestGeneration } from "../generations/request-generation.ts";
import { listModels } from "../models/list-models.ts";
import { mailsTo } from "../testing/mail-box.ts";
import { testStaff } from "../testing/test-people.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { testSubscription } from "../testing/test-subscription.ts";
import { applyEdit } from "./apply-edit.ts";
import { previewEdit } from "./plan-edit.ts";
import { readRegistry } from "./read-registry.ts";
import { tellOfModelPrices } from "./tell-of-model-price.ts";

const storefront = "image-ai-run" as const;
const modelId = "z-image";
let studio: TestStudio;
let operator: StaffActor;
let visitor: MemberActor;

beforeAll(async () => {
  studio = await testStudio();
  operator = await testStaff(studio.deps, { role: "admin" });
});
beforeEach(async () => {
  visitor = await studio.member();
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

const inDays = (days: number) => after(studio.deps.clock.now(), duration.days(days));
const models = async () => (await readRegistry(studio.deps.db, storefront)).map(({ model }) => model);

async function modelNow(id = modelId): Promise<RegistryModel> {
  const model = (await models()).find((each) => each.id === id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return model;
}

async function editOf(change: (model: RegistryModel) => Partial<RegistryModel>, id = modelId): Promise<RegistryEdit> {
  const model = await modelNow(id);
  return { storefront, models: [{ ...model, ...change(model) }] };
}

async function apply(edit: RegistryEdit) {
  const { digest } = await previewEdit(studio.deps, edit);
  return applyEdit(studio.deps, operator, { edit, digest, note: "Costs rose." });
}

const costOf = async (member: MemberActor, id = modelId) =>
  (await quoteGeneration(studio.deps, member, { modelId: id })).credits;
const listed = async (member: MemberActor | null, id = modelId) =>
  (await listModels(studio.deps, { storefront, memberId: member?.memberId ?? null })).find((each) => each.id === id);

async function subscriber(): Promise<MemberActor & { email: string }> {
  const member = await studio.member();
  await testSubscription(studio.deps.db, member, studio.deps.clock.now());
  const { email } = await studio.deps.db.rows.member.findUniqueOrThrow({ where: { id: member.memberId } });
  return { ...member, email };
}

/** Has the mails of model prices leave, each when it was written. */
const sendModelNotices = () =>
  studio.deps.db.query(
    `UPDATE mail SET state = 'sent', sent_at = n.told_at FROM model_price_notice n
     WHERE n.mail_id = mail.id AND mail.state = 'queued'`,
    [],
  );

it.each(storefrontIds)("says the catalogue of %s as a file that changes nothing and has no fault", async (id) => {
  const own = (await readRegistry(studio.deps.db, id)).map(({ model }) => model);
  expect(own.length).toBeGreaterThan(2);
  expect(await previewEdit(studio.deps, { storefront: id, models: own })).toMatchObject({
    faults: [],
    differences: [],
    prices: [],
  });
});

describe("a price that rises", () => {
  it("is paid by a subscriber thirty days after the mail has left, by everybody else at its time, and by no work under way", async () => {
    const bound = await subscriber();
    const quoted = await quoteGeneration(studio.deps, visitor, { modelId });
    const before = quoted.credits;
    const told = studio.deps.clock.now();
    const plan = await apply(await editOf(() => ({ credits: before + 3, creditsFrom: inDays(2).toISOString() })));
    expect(plan.prices).toMatchObject([
      { fromCredits: before, toCredits: before + 3, subscribers: 1, clauses: [{ id: "IAI-6.2" }] },
    ]);
    expect(await mailsTo(studio.deps, bound.email)).toMatchObject([
      { subject: "Image-AI.run: Z-Image will use more credits", body: expect.stringContaining("IAI-6.2") },
    ]);
    await sendModelNotices();
    expect(await listed(visitor)).toMatchObject({ credits: before, coming: { credits: before + 3 } });

    const spec = { modelId, prompt: "a lighthouse" };
    const request = { requestId: newId("request"), quoteId: quoted.quoteId, spec };
    const { generationId } = await requestGeneration(studio.deps, visitor, request);
    studio.deps.clock.advance(duration.days(2));
    expect([await costOf(visitor), await costOf(bound)]).toEqual([before + 3, before]);
    const running = await studio.deps.db.rows.generation.findUniqueOrThrow({ where: { id: generationId } });
    expect(running.credits).toBe(before);
    expect((await listed(bound))?.coming).toEqual({
      credits: before + 3,
      from: after(told, duration.days(30)).toISOString(),
    });

    studio.deps.clock.set(after(told, duration.days(30) - 1).toISOString());
    expect(await costOf(bound)).toBe(before);
    studio.deps.clock.advance(1);
    expect(await costOf(bound)).toBe(before + 3);
    expect((await listed(bound))?.coming).toBeNull();
  });

  it("does not reach a subscriber whose mail never left, and is told once however often the sweep comes", async () => {
    const bound = await subscriber();
    const before = await costOf(bound);
    await apply(await editOf(() => ({ credits: before + 1, creditsFrom: null })));
    await Promise.all([tellOfModelPrices(studio.deps), tellOfModelPrices(studio.deps)]);
    expect(await mailsTo(studio.deps, bound.email)).toHaveLength(1);
    studio.deps.clock.advance(duration.days(60));
    expect([await costOf(visitor), await costOf(bound)]).toEqual([before + 1, before]);
  });

  it("holds at its time for whoever subscribes after it was set, since they saw it announced", async () => {
    const before = await costOf(visitor);
    await apply(await editOf(() => ({ credits: before + 1, creditsFrom: inDays(1).toISOString() })));
    studio.deps.clock.advance(duration.hours(1));
    const member = await studio.member();
    const { id } = await testSubscription(studio.deps.db, member, studio.deps.clock.now());
    await studio.deps.db.rows.subscription.update({ where: { id }, data: { startedAt: studio.deps.clock.now() } });
    studio.deps.clock.advance(duration.days(1));
    expect(await costOf(member)).toBe(before + 1);
  });
});

it("gives a lower price to everybody at its time, told or not", async () => {
  const bound = await subscriber();
  const before = await costOf(bound);
  const plan = await apply(await editOf(() => ({ credits: before - 1, creditsFrom: null })));
  expect(plan.prices).toMatchObject([{ subscribers: 0 }]);
  expect([await costOf(visitor), await costOf(bound)]).toEqual([before - 1, before - 1]);
  expect(await mailsTo(studio.deps, bound.email)).toEqual([]);
});

describe("an edit", () => {
  it("is refused whole where somebody subscribed, or the registry changed, since it was looked at", async () => {
    const before = await modelNow();
    const edit = await editOf(({ credits }) => ({ credits: credits + 2, creditsFrom: inDays(3).toISOString() }));
    const { digest } = await previewEdit(studio.deps, edit);
    await subscriber();
    const request = { edit, digest, note: "Costs rose." };
    await expect(applyEdit(studio.deps, operator, request)).rejects.toMatchObject({ code: "registry/changed" });
    expect(await modelNow()).toEqual(before);
  });

  it("is done once by people who press at once, and is an act with what it changed", async () => {
    const edit = await editOf(({ routes }) => ({
      expectedSeconds: 9,
      routes: routes.map((route, index) => (index === 0 ? { ...route, costMicroUsd: 6_000 } : route)),
    }));
    const { digest } = await previewEdit(studio.deps, edit);
    const request = { edit, digest, note: "Measured." };
    const done = await Promise.allSettled([1, 2, 3].map(() => applyEdit(studio.deps, operator, request)));
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const acts = await studio.deps.db.rows.act.findMany({ where: { act: "model.edit", note: "Measured." } });
    expect(acts).toMatchObject([
      {
        subject: `${storefront}/${modelId}`,
        facts: { expectedSeconds: "6 → 9", "routes[fal fal-ai/z-image/turbo].costMicroUsd": "5000 → 6000" },
      },
    ]);
    expect((await modelNow()).routes[0]).toMatchObject({ costMicroUsd: 6_000 });
  });

  it("adds a model that can be bought", async () => {
    const model = await modelNow();
    const added = { ...model, id: "z-image-2", name: "Z-Image 2", credits: 4, creditsFrom: null };
    await apply({ storefront, models: [added] });
    expect(await costOf(visitor, "z-image-2")).toBe(4);
    expect((await listed(null, "z-image-2"))?.available).toBe(true);
  });

  const wrong: [string, (model: RegistryModel) => Partial<RegistryModel>][] = [
    ["models[0].credits", () => ({ credits: 1, creditsFrom: null, routes: [] })],
    ["models[0].creditsFrom", ({ credits }) => ({ credits: credits + 1, creditsFrom: "2026-01-02T00:00:00Z" })],
    ["models[0].creditsFrom", () => ({ creditsFrom: "2031-01-02T00:00:00Z" })],
    ["models[0].sunset.successor", () => ({ sunset: { on: "2031-01-01", successor: "z-image" } })],
    ["models[0].routes", ({ routes }) => ({ routes: routes.slice(1) })],
    ["models[0].routes", ({ routes }) => ({ routes: routes.map((route) => ({ ...route, enabled: false })) })],
    ["models[0].routes[0].provider", replaced({ provider: "nobody" })],
    ["models[0].routes[0].fields.inputs.size.as", sized({ as: { "1024x1024": "square" } })],
    ["models[0].routes[0].retirement.successor", replaced({ retirement: { from: "2031-01-01", successor: "none" } })],
  ];
  it.each(wrong)("with a fault names %s and changes nothing", async (path, change) => {
    const before = await models();
    const edit = await editOf(change);
    const { faults, digest } = await previewEdit(studio.deps, edit);
    expect(faults.map((fault) => fault.path)).toContain(path);
    const request = { edit, digest, note: "Wrong." };
    await expect(applyEdit(studio.deps, operator, request)).rejects.toMatchObject({ code: "request/invalid" });
    expect(await models()).toEqual(before);
  });
});

type RouteChange = Partial<RegistryModel["routes"][number]>;

function replaced(change: RouteChange) {
  return ({ routes }: RegistryModel) => ({
    routes: routes.map((route, index) => (index === 0 ? { ...route, ...change } : route)),
  });
}

function sized({ as }: { as: Record<string, string> }) {
  return (model: RegistryModel) => {
    const fields = model.routes[0]?.fields;
    return fields === undefined
      ? {}
      : replaced({ fields: { ...fields, inputs: { ...fields.inputs, size: { field: "size", as } } } })(model);
  };
}

it("shows the last day of a model before it comes, and sells it no more from then on, saying what follows", async () => {
  const on = inDays(10).toISOString().slice(0, 10);
  await apply(await editOf(() => ({ sunset: { on, successor: modelId } }), "seedream-4.5"));
  expect((await listed(visitor, "seedream-4.5"))?.sunset).toEqual({ on, successor: "Z-Image" });
  await costOf(visitor, "seedream-4.5");
  const quoted = await quoteGeneration(studio.deps, visitor, { modelId: "seedream-4.5" });
  studio.deps.clock.set(`${on}T00:00:00.000Z`);
  expect(await listed(visitor, "seedream-4.5")).toBeUndefined();
  const over = { code: "model/sunset", facts: { since: on, successorId: modelId } };
  await expect(costOf(visitor, "seedream-4.5")).rejects.toMatchObject(over);
  const spec = { modelId: "seedream-4.5", prompt: "a lighthouse" };
  const request = { requestId: newId("request"), quoteId: quoted.quoteId, spec };
  await expect(requestGeneration(studio.deps, visitor, request)).rejects.toMatchObject(over);
});

it("lets no price that was set be changed or taken back", async () => {
  const { db } = studio.deps;
  await expect(db.rows.modelPrice.updateMany({ data: { credits: 1 } })).rejects.toThrow();
  await expect(db.rows.modelPrice.deleteMany()).rejects.toThrow();
});
