import { getBalance } from "@covenant/db";
import { type GenerationId, type MemberActor, newId, type Signal, type StorefrontId } from "@covenant/domain";
import { businessDaysAfter, termsInForce } from "@covenant/policy";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mailsTo } from "../testing/mail-box.ts";
import { plantUpload } from "../testing/plant-upload.ts";
import { type TestStudio, testStudio, type Wanted } from "../testing/test-studio.ts";
import { quoteGeneration } from "./quote-generation.ts";
import { requestGeneration } from "./request-generation.ts";
import { runAttempt } from "./run-attempt.ts";
import { viewGeneration } from "./view-generation.ts";

let studio: TestStudio;
beforeAll(async () => {
  studio = await testStudio();
});
beforeEach(() => studio.hear(null));
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

/** Our own screening is sure about this word; the moderation model says what a test lets it. */
const wicked = "a standin-hate in the rain";
const agrees: Signal = { source: "moderation", category: "hate", confidence: 0.97 };

const storefronts = ["image-ai-run", "apimodels", "modelmyimage"] as const;

/** The cheapest thing a storefront sells, with the file it needs. */
async function cheapest(actor: MemberActor): Promise<Wanted> {
  if (actor.storefront !== "modelmyimage") return { modelId: "z-image" };
  return { modelId: "low-fidelity", uploadId: await plantUpload(studio.deps, actor) };
}

async function blocked(storefront: StorefrontId, prompt: string, balance = 500) {
  const actor = await studio.member(balance, storefront);
  const generationId = await studio.request(actor, { ...(await cheapest(actor)), prompt });
  const view = await viewGeneration(studio.deps, actor, generationId);
  expect(view.state).toBe("blocked");
  return { actor, generationId, view };
}

async function trailOf(generationId: GenerationId) {
  const { rows } = studio.deps.db;
  const [strike, found, rulings] = await Promise.all([
    rows.strike.findUnique({ where: { generationId } }),
    rows.case.findUnique({ where: { generationId } }),
    rows.ruling.findMany({ where: { generationId } }),
  ]);
  return { strike, found, questions: rulings.map(({ question }) => question).sort() };
}

async function mailTo({ memberId }: MemberActor) {
  const { email } = await studio.deps.db.rows.member.findUniqueOrThrow({ where: { id: memberId } });
  return mailsTo(studio.deps, email);
}

describe.each(storefronts)("at %s", (storefront) => {
  it("counts a breach that two voices agree on, and charges it only where the terms say so", async () => {
    studio.hear(agrees);
    const { actor, generationId, view } = await blocked(storefront, wicked);
    const charged = storefront === "image-ai-run";
    expect(view).toMatchObject({
      reason: "prompt-blocked",
      category: "hate",
      creditLines: [{ kind: "held" }, { kind: charged ? "captured" : "released", credits: view.credits }],
      strike: { state: "counting" },
      appeal: { isOpen: true, appeal: null },
    });
    const { strike, found, questions } = await trailOf(generationId);
    expect(questions).toEqual(["promptScreening", "sanction", "settlement"]);
    expect(strike).toMatchObject({ state: "counting", category: "hate", caseId: found?.id });
    expect(strike?.clauseId).not.toBe("");
    expect(found).toMatchObject({ state: "open", creditsUnderReview: 0, dueAt: null });
    const available = 500 - (charged ? view.credits : 0);
    expect(await getBalance(studio.deps.db, actor.memberId)).toMatchObject({ available, held: 0 });
  });

  it("lets one sure voice suspect and not convict", async () => {
    const { actor, generationId, view } = await blocked(storefront, wicked);
    const { strike, found } = await trailOf(generationId);
    const { version } = termsInForce(storefront, studio.deps.clock.now());
    const waits = version === "2026-05-21";
    expect(view.creditLines.map(({ kind }) => kind)).toEqual(["held", waits ? "under-review" : "released"]);
    expect(strike).toMatchObject({ state: "pending" });
    expect(found).toMatchObject({ state: "open", creditsUnderReview: waits ? view.credits : 0 });
    expect(found?.dueAt ?? null).toEqual(waits ? businessDaysAfter(studio.deps.clock.now(), 3, "UTC") : null);
    const held = waits ? view.credits : 0;
    expect(await getBalance(studio.deps.db, actor.memberId)).toMatchObject({ available: 500 - held, held });
  });

  it("blames nobody for a doubtful word", async () => {
    const { actor, generationId, view } = await blocked(storefront, "a standin-weak-hate in the rain");
    expect(await trailOf(generationId)).toMatchObject({ strike: null, found: null });
    expect(view).toMatchObject({ strike: null, creditLines: [{ kind: "held" }, { kind: "released" }] });
    expect(await mailTo(actor)).toEqual([]);
  });

  it("blocks without a hold where there is no balance, and the strike stands all the same", async () => {
    studio.hear(agrees);
    const { actor, generationId, view } = await blocked(storefront, wicked, 0);
    expect(view.creditLines).toEqual([expect.objectContaining({ kind: "none", credits: 0 })]);
    expect((await trailOf(generationId)).strike).toMatchObject({ state: "counting" });
    expect(await getBalance(studio.deps.db, actor.memberId)).toEqual({ available: 0, held: 0, frozen: 0 });
  });
});

it("gives the credits of a merely rude prompt back, without a strike or a case", async () => {
  const { generationId, view } = await blocked("image-ai-run", "damn, a lighthouse");
  expect(view).toMatchObject({ category: "profanity", creditLines: [{ kind: "held" }, { kind: "released" }] });
  expect(await trailOf(generationId)).toMatchObject({ strike: null, found: null });
});

it("sends nothing of a blocked prompt upstream, whatever job comes", async () => {
  const { generationId } = await blocked("image-ai-run", wicked);
  await runAttempt(studio.deps, { generationId });
  expect(studio.provider.submissions).toEqual([]);
});

it("tells the member by mail what happened, by which clause, what it cost and how to contest it", async () => {
  studio.hear(agrees);
  const { actor, generationId } = await blocked("image-ai-run", wicked);
  const [mail, ...more] = await mailTo(actor);
  expect(more).toEqual([]);
  expect(mail?.body).toContain("hate speech");
  expect(mail?.body).toContain("The credits of this request are spent.");
  expect(mail?.body).toMatch(/clauses? .*IAI-/);
  expect(mail?.body).toContain(generationId);
  expect(mail?.body).not.toContain("standin-hate");
});

it("makes one block of one request sent five times at once", async () => {
  studio.hear(agrees);
  const actor = await studio.member();
  const requestId = newId("request");
  const ids = await Promise.all(Array.from({ length: 5 }, () => studio.request(actor, { requestId, prompt: wicked })));
  expect(new Set(ids).size).toBe(1);
  expect(await studio.deps.db.rows.strike.count({ where: { memberId: actor.memberId } })).toBe(1);
  expect(await mailTo(actor)).toHaveLength(1);
});

it("takes a moderation model that cannot be heard for a voice not heard", async () => {
  const silent = { ...studio.deps, moderate: () => Promise.reject(new Error("not reachable")) };
  const actor = await studio.member();
  const ask = async (prompt: string) => {
    const { quoteId } = await quoteGeneration(silent, actor, { modelId: "z-image" });
    const request = { requestId: newId("request"), quoteId, spec: { modelId: "z-image", prompt } };
    return viewGeneration(silent, actor, (await requestGeneration(silent, actor, request)).generationId);
  };
  expect(await ask("a lighthouse")).toMatchObject({ state: "queued" });
  expect(await ask(wicked)).toMatchObject({ state: "blocked", strike: { state: "pending" } });
});
