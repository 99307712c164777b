import { getBalance } from "@covenant/db";
import { type AppealId, type CaseId, newId } from "@covenant/domain";
import { answerDueAt, zoneOf } from "@covenant/policy";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decideCase } from "../decisions/decide-case.ts";
import { viewGeneration } from "../generations/view-generation.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { testAppeals } from "../testing/test-appeals.ts";
import { testPassword } from "../testing/test-people.ts";
import { type TestSite, testSite } from "../testing/test-site.ts";
import { decideAppeal } from "./decide-appeal.ts";
import { previewAppeal } from "./preview-appeal.ts";
import { takeAppeal } from "./take-appeal.ts";
import { viewAppeal } from "./view-appeal.ts";

let stage: Awaited<ReturnType<typeof testAppeals>>;
let site: TestSite;

beforeAll(async () => {
  stage = await testAppeals();
  site = await testSite(stage.deps);
});
beforeEach(() => stage.next());
afterAll(async () => {
  expect(await stage.studio.audit()).toEqual([]);
  await site.app.close();
  await stage.deps.close();
});

const balance = () => getBalance(stage.deps.db, stage.member.memberId);
const strikes = () => stage.deps.db.rows.strike.findMany({ where: { memberId: stage.member.memberId } });
const decided = async (caseId: CaseId, by = stage.moderator) => {
  await stage.read(by, caseId);
  return decideCase(stage.deps, by, { caseId, requestId: newId("request"), outcome: "confirmed", note: "A breach." });
};

describe("a member", () => {
  it("appeals a block in their own words, once, and sees how it stands", async () => {
    const { generationId, caseId } = await stage.blocked();
    expect(await stage.page(generationId)).toMatchObject({ about: caseId, isOpen: true, appeal: null });
    const requestId = newId("request");
    const twice = await Promise.all([stage.appeal(generationId, requestId), stage.appeal(generationId, requestId)]);
    expect(new Set(twice.map(({ appealId }) => appealId)).size).toBe(1);
    const refused = { code: "appeal/not-open", facts: { reason: "This decision was appealed before." } };
    await expect(stage.appeal(caseId)).rejects.toMatchObject(refused);
    const { appeal } = await viewGeneration(stage.deps, stage.member, generationId).then((view) => ({
      appeal: view.appeal,
    }));
    expect(appeal).toMatchObject({
      isOpen: false,
      appeal: { state: "received", words: "It was a scene from a play." },
    });
    const dueAt = answerDueAt(stage.deps.clock.now(), 10, zoneOf(stage.member.storefront));
    expect(appeal?.appeal?.dueAt).toBe(dueAt.toISOString());
    expect((await stage.mails()).at(-1)).toMatchObject({ subject: expect.stringContaining("has been received") });
  });

  it("appeals until the end of the 183rd day and no longer", async () => {
    const [first, second] = [await stage.blocked(), await stage.blocked()];
    stage.days(183);
    await stage.appeal(first.generationId);
    stage.days(1);
    const tooLate = { code: "appeal/not-open", facts: { reason: "The time to appeal this is over." } };
    await expect(stage.appeal(second.generationId)).rejects.toMatchObject(tooLate);
    expect(await stage.page(second.generationId)).toMatchObject({ isOpen: false, appeal: null });
  });

  it("appeals while suspended, and after the account is closed", async () => {
    await stage.strikes(2);
    const suspended = await stage.opened("evasion");
    await stage.confirmed(suspended);
    const cookie = await site.memberCookie(stage.member.memberId);
    const words = { requestId: newId("request"), about: suspended, words: "It was not me." };
    expect((await site.mutate("appeals.make", words, { cookie })).status).toBe(200);

    await stage.next();
    await stage.strikes(8);
    const closing = await stage.opened("repeated-breaches");
    await stage.confirmed(closing, { danger: "security" });
    const email = await stage.email();
    const asked = { requestId: newId("request"), email, password: testPassword, words: "It was not me." };
    const wrong = await site.mutate("appeals.closing", { ...asked, password: "nothing of the kind" }, {});
    expect(wrong.status).toBe(401);
    const answer = await site.mutate("appeals.closing", asked, {});
    expect(answer.status).toBe(200);
    expect(answer.said).toContain("It was not me.");
    const again = await site.mutate("appeals.closing", { ...asked, requestId: newId("request"), words: null }, {});
    expect(again.said).toContain('"state":"received"');
  });

  it("finds nobody else's decision, and none that they were not told of", async () => {
    const { caseId } = await stage.blocked();
    const other = stage.member;
    await stage.next();
    await expect(stage.appeal(caseId)).rejects.toMatchObject({ code: "thing/not-found" });
    const open = await stage.opened("evasion");
    await expect(stage.appeal(open)).rejects.toMatchObject({ code: "thing/not-found" });
    expect(other.memberId).not.toBe(stage.member.memberId);
  });
});

describe("an appeal that is upheld", () => {
  it("pays back what was captured, voids the strike, and does what the preview showed", async () => {
    const { generationId, caseId } = await stage.blocked();
    await decided(caseId);
    expect(await balance()).toMatchObject({ available: 98 });
    const { appealId } = await stage.appeal(generationId);
    const { plan } = await stage.answered(appealId, "upheld");
    expect(plan).toMatchObject({
      returns: 2,
      clauses: expect.arrayContaining([expect.objectContaining({ id: "LAW-APPEAL" })]),
    });
    expect(await balance()).toEqual({ available: 100, held: 0, frozen: 0 });
    expect(await strikes()).toMatchObject([{ state: "void" }]);
    const { appeal } = await stage.page(generationId);
    expect(appeal).toMatchObject({ state: "decided", outcome: "upheld", reasons: "Looked again." });
    expect(plan.effects.slice(0, -1)).toEqual(appeal?.receipts);
    expect(await viewGeneration(stage.deps, stage.member, generationId)).toMatchObject({
      sentence: expect.stringContaining("you broke no rule"),
    });
    const { subject, body } = (await stage.mails()).at(-1) ?? { subject: "", body: "" };
    expect(subject).toContain("your appeal is upheld");
    expect(body).toContain("Looked again.");
    expect(body).toContain("2 credits are paid back");
    expect(await stage.actsOn(appealId)).toEqual(["appeal.received", "appeal.upheld"]);
  });

  it("decides the case of a block that no person had looked at, and gives back what waits", async () => {
    const { generationId, caseId } = await stage.blocked("suspected");
    const { appealId } = await stage.appeal(generationId);
    await expect(decided(caseId)).rejects.toMatchObject({ code: "case/appealed", facts: { appealId } });
    await stage.answered(appealId, "upheld");
    expect(await balance()).toEqual({ available: 100, held: 0, frozen: 0 });
    expect(await stage.deps.db.rows.case.findUnique({ where: { id: caseId } })).toMatchObject({
      state: "decided",
      outcome: "overturned",
      creditsUnderReview: 0,
    });
  });

  it("lifts the suspension it was about, with its strike", async () => {
    await stage.strikes(2);
    const caseId = await stage.opened("evasion");
    await stage.confirmed(caseId);
    await expect(stage.studio.request(stage.member)).rejects.toMatchObject({ code: "member/suspended" });
    const { appealId } = await stage.appeal(caseId);
    const { plan } = await stage.answered(appealId, "upheld");
    expect(plan.effects).toContain(`The suspension of ${stage.spelled()} is lifted.`);
    await stage.studio.request(stage.member);
    expect(await stage.sanctions()).toMatchObject([{ kind: "suspension", undoneAs: "wrong" }]);
    expect(await stage.standing()).toMatchObject({ weight: 2, sanctions: [{ state: "undone" }] });
  });

  it("opens a closed account again, with its credits", async () => {
    await stage.strikes(8);
    const caseId = await stage.opened("repeated-breaches");
    await createApiKey(stage.deps, stage.member, { requestId: newId("request"), name: "one" });
    await stage.confirmed(caseId, { danger: "security" });
    expect(await balance()).toMatchObject({ available: 0 });
    const { appealId } = await stage.appeal(caseId);
    const { plan } = await stage.answered(appealId, "upheld");
    expect(plan.returns).toBe(100);
    expect(plan.effects.join(" ")).toContain("the account is open again");
    expect(plan.effects.join(" ")).toContain("cannot be brought back");
    expect(await balance()).toMatchObject({ available: 100 });
    const signIn = { email: await stage.email(), password: testPassword };
    expect((await site.mutate("members.signIn", signIn, {})).status).toBe(200);
    await stage.studio.request(stage.member);
  });
});

describe("an appeal that is rejected", () => {
  it("changes nothing, and says why", async () => {
    const { generationId, caseId } = await stage.blocked();
    await decided(caseId);
    const { appealId } = await stage.appeal(generationId);
    const { plan } = await stage.answered(appealId, "rejected");
    expect(plan.effects).toEqual(
      expect.arrayContaining(["The block stands.", "No credits move.", "The strike counts."]),
    );
    expect(await balance()).toMatchObject({ available: 98 });
    expect(await strikes()).toMatchObject([{ state: "counting" }]);
    expect((await stage.mails()).at(-1)).toMatchObject({
      subject: expect.stringContaining("rejected"),
      body: expect.stringContaining("Why: Looked again."),
    });
  });
});

describe("whoever answers", () => {
  it("had no part in the decision: a clear refusal, and a constraint behind it", async () => {
    const { caseId } = await stage.blocked();
    await decided(caseId);
    const { appealId } = await stage.appeal(caseId);
    const own = { code: "appeal/own-decision" };
    await expect(stage.answered(appealId, "upheld", stage.moderator)).rejects.toMatchObject(own);
    await expect(takeAppeal(stage.deps, stage.moderator, appealId)).rejects.toMatchObject(own);
    expect(await viewAppeal(stage.deps, stage.moderator, appealId)).toMatchObject({
      against: expect.stringContaining("somebody else answers"),
    });
    await expect(written(appealId, stage.moderator.staffId)).rejects.toThrow(/no part in the decision/);
    await expect(written(appealId, stage.judge.staffId)).resolves.toBeDefined();
  });

  it("did not open the file either", async () => {
    await stage.strikes(2);
    const caseId = await stage.opened("evasion");
    await stage.confirmed(caseId, {}, stage.admin);
    const { appealId } = await stage.appeal(caseId);
    await expect(stage.answered(appealId, "upheld", stage.moderator)).rejects.toMatchObject({
      code: "appeal/own-decision",
    });
    await expect(written(appealId, stage.moderator.staffId)).rejects.toThrow(/no part in the decision/);
  });

  it("is one of two who answer at once, and the other hears what was said", async () => {
    const { caseId } = await stage.blocked();
    const { appealId } = await stage.appeal(caseId);
    const answers = await Promise.allSettled([
      stage.answered(appealId, "upheld"),
      stage.answered(appealId, "rejected", stage.admin),
    ]);
    const [refused, ...others] = answers.filter((answer) => answer.status === "rejected");
    expect(others).toEqual([]);
    const { outcome } = await stage.deps.db.rows.appealDecision.findUniqueOrThrow({ where: { appealId } });
    expect(refused?.reason).toMatchObject({ code: "appeal/already-decided", facts: { outcome } });
    expect(await balance()).toMatchObject({ available: outcome === "upheld" ? 100 : 98 });
  });

  it("is answered by nobody who has not read the prompt", async () => {
    const { generationId, caseId } = await stage.blocked();
    const { appealId } = await stage.appeal(generationId);
    const { digest } = await previewAppeal(stage.deps, { appealId, outcome: "rejected" });
    const request = { requestId: newId("request"), appealId, outcome: "rejected", digest, reasons: "Unread." } as const;
    const answer = () => decideAppeal(stage.deps, stage.judge, request);
    await stage.read(stage.moderator, caseId);
    await expect(answer()).rejects.toMatchObject({ code: "case/prompt-unread" });
    await stage.read(stage.judge, caseId);
    expect(await answer()).toEqual({ appealId });
  });

  it("takes it up, which its member sees, and does nothing that was not shown", async () => {
    const { generationId, caseId } = await stage.blocked("suspected");
    const { appealId } = await stage.appeal(generationId);
    await takeAppeal(stage.deps, stage.judge, appealId);
    expect((await stage.page(generationId)).appeal).toMatchObject({ state: "looking" });
    await stage.read(stage.judge, caseId);
    const { digest } = await previewAppeal(stage.deps, { appealId, outcome: "rejected" });
    const request = {
      requestId: newId("request"),
      appealId,
      outcome: "upheld",
      digest,
      reasons: "Otherwise.",
    } as const;
    await expect(decideAppeal(stage.deps, stage.judge, request)).rejects.toMatchObject({ code: "appeal/plan-changed" });
    const { request: sent } = await stage.answered(appealId, "rejected");
    expect(await decideAppeal(stage.deps, stage.judge, sent)).toEqual({ appealId });
  });
});

function written(appealId: AppealId, staffId: string) {
  const data = { id: newId("decision"), appealId, staffId, outcome: "upheld", reasons: "Mine.", receipts: [] };
  const at = stage.deps.clock.now();
  return stage.deps.db.rows.appealDecision.create({
    data: { ...data, requestId: newId("request"), rulingId: newId("ruling"), at },
  });
}
