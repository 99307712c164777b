import { getBalance } from "@covenant/db";
import {
  after,
  type CaseId,
  duration,
  fixedClock,
  type GenerationId,
  type MemberActor,
  newId,
  type StaffActor,
} from "@covenant/domain";
import { civilDateIn, spellDate, zoneOf } from "@covenant/policy";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { lapseReviews } from "../cases/lapse-reviews.ts";
import { listCases } from "../cases/list-cases.ts";
import { revealPrompt } from "../cases/reveal-prompt.ts";
import { viewGeneration } from "../generations/view-generation.ts";
import { mailsTo } from "../testing/mail-box.ts";
import { underFirstTerms } from "../testing/test-deps.ts";
import { testStaff } from "../testing/test-people.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { decideCase } from "./decide-case.ts";
import { viewCase } from "./view-case.ts";

let studio: TestStudio;
let moderator: StaffActor;
let member: MemberActor;
const prompt = "a standin-hate in the rain";
const price = 2;

beforeAll(async () => {
  studio = await testStudio();
  studio.deps.clock.set(underFirstTerms);
  const { kind, staffId, roles } = await testStaff(studio.deps, { role: "moderator" });
  moderator = { kind, staffId, roles };
});
beforeEach(async () => {
  await setLedgerClock(today);
  studio.hear(null);
  member = await studio.member();
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await studio.deps.close();
});

/** A block of one sure voice, whose credits wait, or of two that agree, whose credits are spent. */
async function blocked(standing: "suspected" | "established"): Promise<{ caseId: CaseId; generationId: GenerationId }> {
  studio.hear(standing === "established" ? { source: "moderation", category: "hate", confidence: 0.97 } : null);
  const generationId = await studio.request(member, { prompt });
  const { id } = await studio.deps.db.rows.case.findUniqueOrThrow({ where: { generationId } });
  return { caseId: id as CaseId, generationId };
}

const decide = async (
  caseId: CaseId,
  outcome: "confirmed" | "overturned",
  requestId = newId("request"),
  by = moderator,
) => {
  if (outcome === "confirmed") await revealPrompt(studio.deps, by, caseId);
  return decideCase(studio.deps, by, { caseId, requestId, outcome, note: "Looked at it." });
};
const balance = () => getBalance(studio.deps.db, member.memberId);
const strikeOf = (generationId: GenerationId) => studio.deps.db.rows.strike.findUnique({ where: { generationId } });
const actsOn = (subject: string) =>
  studio.deps.db.rows.act.findMany({ where: { subject }, orderBy: [{ at: "asc" }, { id: "asc" }] });
/** What was done, without who looked. */
const deedsOn = async (subject: string) =>
  (await actsOn(subject)).map(({ act }) => act).filter((act) => act !== "case.reveal-prompt");
const linesOf = async (id: GenerationId) =>
  (await viewGeneration(studio.deps, member, id)).creditLines.map(({ kind }) => kind);

async function mails() {
  const { email } = await studio.deps.db.rows.member.findUniqueOrThrow({ where: { id: member.memberId } });
  return mailsTo(studio.deps, email);
}

/** Moves the ledger's clock, which decides when a review is over. */
async function setLedgerClock(expression: string): Promise<void> {
  const owner = new pg.Client({ connectionString: studio.deps.database.ownerUrl });
  await owner.connect();
  await owner.query("SET ROLE ledger_owner");
  await owner.query(
    `CREATE OR REPLACE FUNCTION ledger.clock() RETURNS timestamptz LANGUAGE sql VOLATILE RETURN ${expression}`,
  );
  await owner.end();
}
const today = `timestamptz '${underFirstTerms}'`;
const afterTheDeadline = () => setLedgerClock(`${today} + interval '7 days'`);

it("charges a confirmed breach, and lets its strike count", async () => {
  const { caseId, generationId } = await blocked("suspected");
  await decide(caseId, "confirmed");
  expect(await balance()).toMatchObject({ available: 100 - price, held: 0 });
  const strike = await strikeOf(generationId);
  expect(strike).toMatchObject({ state: "counting", endedAt: null });
  const day = spellDate(civilDateIn(strike?.expiresAt ?? new Date(0), zoneOf(member.storefront)));
  const { body } = (await mails()).at(-1) ?? { body: "" };
  expect(body).toContain(`The strike for it counts: it weighs 1 until it expires on ${day}.`);
  expect(body).toContain("/standing");
  expect(await linesOf(generationId)).toEqual(["held", "captured"]);
  const view = await viewGeneration(studio.deps, member, generationId);
  expect([view.sentence, view.earlier]).toEqual([expect.stringMatching(/^Your prompt was blocked/), null]);
});

it("lets a strike whose time ended while the case waited count for nothing, says so before, and mails that", async () => {
  const { caseId, generationId } = await blocked("suspected");
  const { expiresAt } = (await strikeOf(generationId)) ?? { expiresAt: new Date(0) };
  const late = { ...studio.deps, clock: fixedClock(new Date(expiresAt.getTime() + 1000)) };
  const { effects } = await viewCase(late, moderator, caseId);
  expect(effects.confirm).toContain("The strike stays on record. Its time has ended, so it weighs nothing.");
  const request = { caseId, requestId: newId("request"), outcome: "confirmed", note: "Seen late." } as const;
  await revealPrompt(late, moderator, caseId);
  await decideCase(late, moderator, request);
  expect(await strikeOf(generationId)).toMatchObject({ state: "expired", endedAt: expiresAt });
  const { body } = (await mails()).at(-1) ?? { body: "" };
  const day = spellDate(civilDateIn(expiresAt, zoneOf(member.storefront)));
  expect(body).toContain(`The strike for it stays on record. Its time ended on ${day}, so it weighs nothing.`);
  expect(body).not.toContain("counts");
});

it("gives waiting credits back when it overturns, and voids the strike", async () => {
  const { caseId, generationId } = await blocked("suspected");
  await decide(caseId, "overturned");
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
  expect(await strikeOf(generationId)).toMatchObject({ state: "void", endedAt: expect.any(Date) });
  expect((await mails()).at(-1)?.body).toContain("The strike for it is void and weighs nothing.");
  expect(await linesOf(generationId)).toEqual(["held", "released"]);
  expect(await viewGeneration(studio.deps, member, generationId)).toMatchObject({
    sentence: "A person has looked at this: you broke no rule, and the block is overturned.",
    earlier: expect.stringMatching(/^Your prompt was blocked/),
    strike: { sentence: expect.stringContaining("withdrawn and does not count") },
    appeal: null,
  });
});

it("pays spent credits back by a new entry when it overturns, and edits nothing", async () => {
  const { caseId, generationId } = await blocked("established");
  expect(await balance()).toMatchObject({ available: 100 - price });
  await decide(caseId, "overturned");
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
  expect(await linesOf(generationId)).toEqual(["held", "captured", "paid-back"]);
  expect(await strikeOf(generationId)).toMatchObject({ state: "void" });
});

it("moves no credits when it confirms what was settled before", async () => {
  const { caseId, generationId } = await blocked("established");
  await decide(caseId, "confirmed");
  expect(await linesOf(generationId)).toEqual(["held", "captured"]);
  expect(await strikeOf(generationId)).toMatchObject({ state: "counting" });
});

it("does before the eyes of the moderator what it said it would do", async () => {
  const { caseId } = await blocked("suspected");
  const before = await viewCase(studio.deps, moderator, caseId);
  expect(before).toMatchObject({ canDecide: true, decision: null, creditsUnderReview: price });
  expect(before.effects.confirm[0]).toBe("2 credits are charged.");
  expect(before.effects.overturn[0]).toBe("2 credits go back to the member.");
  await decide(caseId, "confirmed");
  const afterwards = await viewCase(studio.deps, moderator, caseId);
  expect(afterwards).toMatchObject({ canDecide: false, state: "decided", creditsUnderReview: 0 });
  expect(afterwards.decision).toMatchObject({ outcome: "confirmed", by: "Test staff" });
});

it("takes one request sent twice, and at once, for one decision", async () => {
  const { caseId, generationId } = await blocked("suspected");
  const requestId = newId("request");
  await Promise.all([1, 2, 3].map(() => decide(caseId, "confirmed", requestId)));
  expect(await decide(caseId, "confirmed", requestId)).toEqual({ caseId });
  expect(await linesOf(generationId)).toEqual(["held", "captured"]);
  expect(await deedsOn(caseId)).toEqual(["case.confirmed"]);
  expect(await mails()).toHaveLength(2); // Of the block, and of the decision.
});

it("lets one of two deciders decide, and tells the other what it was", async () => {
  const other = await testStaff(studio.deps, { role: "moderator" });
  const { caseId } = await blocked("suspected");
  const answers = await Promise.allSettled([
    decide(caseId, "confirmed"),
    decide(caseId, "overturned", newId("request"), other),
  ]);
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused).toHaveLength(1);
  const { outcome } = await studio.deps.db.rows.decision.findUniqueOrThrow({ where: { caseId } });
  expect(refused[0]?.reason).toMatchObject({ code: "case/already-decided", facts: { outcome } });
  expect(await balance()).toMatchObject({ available: outcome === "confirmed" ? 98 : 100, held: 0 });
});

it("refuses a request id that decided another case", async () => {
  const [one, two] = [await blocked("suspected"), await blocked("suspected")];
  const requestId = newId("request");
  await decide(one.caseId, "confirmed", requestId);
  await expect(decide(two.caseId, "confirmed", requestId)).rejects.toMatchObject({ code: "request/reused-key" });
  expect(await studio.deps.db.rows.decision.count({ where: { caseId: two.caseId } })).toBe(0);
});

it("gives credits back when nobody decides in time, and keeps the case open", async () => {
  const { caseId, generationId } = await blocked("suspected");
  await lapseReviews(studio.deps);
  expect(await balance()).toMatchObject({ held: price });
  await afterTheDeadline();
  await Promise.all([lapseReviews(studio.deps), lapseReviews(studio.deps)]);
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
  const found = await viewCase(studio.deps, moderator, caseId);
  expect(found).toMatchObject({ state: "open", creditsUnderReview: 0, dueAt: null, strike: { state: "pending" } });
  expect(await actsOn(caseId)).toMatchObject([{ act: "review.lapse", actor: "system:sweeper" }]);

  await decide(caseId, "confirmed");
  expect(await linesOf(generationId)).toEqual(["held", "released"]);
  expect(await strikeOf(generationId)).toMatchObject({ state: "counting" });
  expect(await balance()).toMatchObject({ available: 100, held: 0 });
});

it("charges nothing by a decision that came after the promised days, though no sweep came round", async () => {
  const { caseId, generationId } = await blocked("suspected");
  await afterTheDeadline();
  await decide(caseId, "confirmed");
  expect(await linesOf(generationId)).toEqual(["held", "released"]);
  expect(await deedsOn(caseId)).toEqual(["review.lapse", "case.confirmed"]);
});

it("ends a review once when the sweep and a moderator come together", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { caseId, generationId } = await blocked("suspected");
    await afterTheDeadline();
    await Promise.all([lapseReviews(studio.deps), decide(caseId, "overturned")]);
    expect(await linesOf(generationId)).toEqual(["held", "released"]);
    await setLedgerClock("clock_timestamp()");
  }
});

it("records each decision as an act under the ruling it was taken on, and tells the member by mail", async () => {
  const { caseId, generationId } = await blocked("suspected");
  await decide(caseId, "overturned");
  const [act] = await actsOn(caseId);
  expect(act).toMatchObject({ actor: moderator.staffId, act: "case.overturned", note: "Looked at it." });
  const ruling = await studio.deps.db.rows.ruling.findUniqueOrThrow({ where: { id: act?.rulingId ?? "" } });
  expect(ruling).toMatchObject({ caseId, generationId, outcome: "overturned" });
  const mail = (await mails()).at(-1);
  expect(mail?.subject).toContain("a decision about your generation");
  expect(mail?.body).toContain(generationId);
  expect(mail?.body).not.toContain(prompt);
});

it("uncovers a prompt for one person at a time, on record each time", async () => {
  const { caseId, generationId } = await blocked("suspected");
  expect(JSON.stringify(await viewCase(studio.deps, moderator, caseId))).not.toContain("standin-hate");
  expect(await revealPrompt(studio.deps, moderator, caseId)).toEqual({ prompt });
  await revealPrompt(studio.deps, moderator, caseId);
  expect(await actsOn(caseId)).toMatchObject([
    { act: "case.reveal-prompt", actor: moderator.staffId },
    { act: "case.reveal-prompt", actor: moderator.staffId },
  ]);
  await studio.deps.db.rows.generation.update({ where: { id: generationId }, data: { prompt: null } });
  expect(await revealPrompt(studio.deps, moderator, caseId)).toEqual({ prompt: null });
});

it("lets nobody confirm a breach who has not read the prompt, while there is one", async () => {
  const [one, gone] = [await blocked("suspected"), await blocked("suspected")];
  const other = await testStaff(studio.deps, { role: "moderator" });
  await revealPrompt(studio.deps, other, one.caseId);
  const unread = { outcome: "confirmed", note: "Unread." } as const;
  const confirm = (caseId: CaseId) =>
    decideCase(studio.deps, moderator, { caseId, requestId: newId("request"), ...unread });
  await expect(confirm(one.caseId)).rejects.toMatchObject({ code: "case/prompt-unread" });
  expect(await strikeOf(one.generationId)).toMatchObject({ state: "pending" });
  await revealPrompt(studio.deps, moderator, one.caseId);
  expect(await confirm(one.caseId)).toEqual({ caseId: one.caseId });
  await studio.deps.db.rows.generation.update({ where: { id: gone.generationId }, data: { prompt: null } });
  expect(await confirm(gone.caseId)).toEqual({ caseId: gone.caseId });
});

it("knows no case that is not there", async () => {
  const nobody = newId("case");
  await expect(decide(nobody, "confirmed")).rejects.toMatchObject({ code: "thing/not-found" });
  await expect(revealPrompt(studio.deps, moderator, nobody)).rejects.toMatchObject({ code: "thing/not-found" });
  expect(await actsOn(nobody)).toEqual([]);
});

it("lists every open case once, what is due first, then by age, over its pages", async () => {
  for (let made = 0; made < 55; made += 1) {
    const id = newId("case");
    const { memberId, storefront } = member;
    const row = { id, memberId, storefront, generationId: newId("generation"), category: "hate", state: "open" };
    const openedAt = studio.deps.clock.now();
    // The newest third is due, the later made the sooner, by twos at one moment.
    const dueAt = made < 36 ? null : after(openedAt, duration.hours(60 - Math.floor(made / 2)));
    await studio.deps.db.rows.case.create({ data: { ...row, creditsUnderReview: 0, signals: [], openedAt, dueAt } });
  }
  const everyone = await studio.deps.db.rows.case.findMany({ where: { state: "open" }, orderBy: { id: "asc" } });
  const clockOf = ({ dueAt }: { dueAt: Date | null }) => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  const open = everyone.toSorted((one, other) => clockOf(one) - clockOf(other));
  const first = await listCases(studio.deps, {});
  const second = await listCases(studio.deps, { cursor: first.next ?? "" });
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(open.map(({ id }) => id));
  expect(second.next).toBeNull();
  const elsewhere = await listCases(studio.deps, { storefront: "apimodels" });
  expect(elsewhere.rows).toEqual([]);
});
