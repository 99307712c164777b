import { getBalance } from "@covenant/db";
import {
  type AppealId,
  type CaseId,
  type GenerationId,
  newId,
  type StorefrontId,
  type StrikeId,
  storefrontIds,
} from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decideCase } from "../decisions/decide-case.ts";
import { planJudgingAgain } from "../sanctions/plan-judging-again.ts";
import { testAppeals } from "../testing/test-appeals.ts";

let stage: Awaited<ReturnType<typeof testAppeals>>;

beforeAll(async () => {
  stage = await testAppeals();
});
afterAll(async () => {
  expect(await stage.studio.audit()).toEqual([]);
  await stage.deps.close();
});

type Decision = { caseId: CaseId; generationId: GenerationId | null };

const deeds = ["block", "block", "doubt", "confirm", "account", "days", "grave", "appeal"] as const;
type Step = { deed: (typeof deeds)[number]; pick: number };

/** Numbers from 0 below 1 that are the same for the same seed (mulberry32), so that a history that fails can be run again. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once;
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  };
}

function historyFrom(next: () => number): Step[] {
  const below = (most: number) => Math.floor(next() * most);
  return Array.from({ length: 3 + below(7) }, () => ({ deed: deeds[below(deeds.length)] ?? "block", pick: below(8) }));
}

/** What a member has now: credits wherever they are, and what restricts them. */
async function standing() {
  const { memberId } = stage.member;
  const { available, held, frozen } = await getBalance(stage.deps.db, memberId);
  const [row] = await stage.deps.db.query<{ forfeited: number }>(
    "SELECT coalesce(sum(forfeited), 0)::int AS forfeited FROM ledger.lot WHERE wallet_id = $1::text",
    [memberId],
  );
  return { available, held, frozen, forfeited: row?.forfeited ?? 0 };
}

/** Runs a history, and answers which decisions can be appealed at its end. */
async function live(storefront: StorefrontId, steps: readonly Step[]): Promise<Decision[]> {
  await stage.next(storefront);
  const told: Decision[] = [];
  for (const { deed, pick } of steps) {
    const chosen = told[pick % Math.max(1, told.length)];
    if (deed === "block" || deed === "doubt") {
      const made = await stage.blocked(deed === "block" ? "established" : "suspected").catch(() => null);
      if (made !== null) told.push(made);
    } else if (deed === "days") stage.days(pick);
    else if (deed === "account" || deed === "grave") await judge(deed, told);
    else if (deed === "confirm" && chosen?.generationId) await confirm(chosen.caseId).catch(() => undefined);
    else if (deed === "appeal" && chosen !== undefined) await uphold(chosen).catch(() => undefined);
  }
  return told;
}

const confirm = async (caseId: CaseId) => {
  await stage.read(stage.moderator, caseId);
  await decideCase(stage.deps, stage.moderator, {
    caseId,
    requestId: newId("request"),
    outcome: "confirmed",
    note: "So.",
  });
};

/** Confirms an open file about the account, or opens one first. A closed account has none. */
async function judge(deed: "account" | "grave", told: Decision[]): Promise<void> {
  const open = await stage.deps.db.rows.case.findFirst({
    where: { memberId: stage.member.memberId, kind: "account", state: "open" },
  });
  const kind = deed === "grave" ? "malware" : "evasion";
  const caseId = deed === "account" && open !== null ? (open.id as CaseId) : await stage.opened(kind).catch(() => null);
  if (caseId === null) return;
  await stage.confirmed(caseId).catch(() => undefined);
  const { state } = await stage.deps.db.rows.case.findUniqueOrThrow({ where: { id: caseId } });
  if (state === "decided") told.push({ caseId, generationId: null });
}

async function uphold({ caseId }: Decision) {
  const { appealId } = await stage.appeal(caseId);
  return stage.answered(appealId as AppealId, "upheld");
}

/** A decision for a history that left none open: a block, or at ModelMyImage, which takes no prompts, one about the account. */
async function another(storefront: StorefrontId): Promise<Decision> {
  if (storefront !== "modelmyimage") return stage.blocked();
  const told: Decision[] = [];
  await judge("account", told);
  const [decision] = told;
  if (decision === undefined) throw new Error("nothing was decided about the account");
  return decision;
}

async function expectUndone({ caseId, generationId }: Decision): Promise<void> {
  const { rows } = stage.deps.db;
  expect(await rows.strike.count({ where: { caseId, state: { not: "void" } } })).toBe(0);
  const left = await rows.sanction.findMany({ where: { caseId, undoneAt: null } });
  expect(generationId === null ? left : []).toEqual([]);
  if (generationId === null) return;
  const { holdId } = await rows.generation.findUniqueOrThrow({ where: { id: generationId } });
  const [hold] = await stage.deps.db.query<{ state: string; kept: number }>(
    "SELECT state, (captured - paid_back)::int AS kept FROM ledger.hold WHERE id = $1::text",
    [holdId],
  );
  if (holdId !== null) expect(hold).toEqual({ state: expect.not.stringMatching("open"), kept: 0 });
}

/** Nothing that is in force rests on a strike that is void: to judge again changes nothing. */
async function expectSettled(): Promise<void> {
  const { memberId } = stage.member;
  const voids = await stage.deps.db.rows.strike.findMany({ where: { memberId, state: "void" }, select: { id: true } });
  const strikes = voids.map(({ id }) => id as StrikeId);
  const again = await planJudgingAgain(stage.deps.db, memberId, { strikes, sanctions: [] });
  expect(again.map(({ row }) => row.kind)).toEqual([]);
}

const histories = 25;

it.each(Array.from({ length: histories }, (_, seed) => seed))(
  "returns everything that the decision took, whatever else happened to the account: history %i",
  async (seed) => {
    const next = numbersFrom(seed);
    const storefront = storefrontIds[seed % storefrontIds.length] ?? "image-ai-run";
    const open: Decision[] = [];
    for (const decision of await live(storefront, historyFrom(next))) {
      const page = await stage.page(decision.caseId).catch(() => null);
      if (page?.isOpen) open.push(decision);
    }
    const chosen = open[Math.floor(next() * open.length)] ?? (await another(storefront));
    const before = await standing();
    const { plan } = await uphold(chosen);
    const after = await standing();
    // What waited for a person was the member's all along; what was spent comes from outside the wallet.
    const waited = chosen.generationId === null ? 0 : before.held - after.held;
    const returned = chosen.generationId === null ? 0 : plan.returns;
    expect(sumOf(after) - sumOf(before) + waited).toBe(returned);
    await expectUndone(chosen);
    await expectSettled();
  },
);

const sumOf = ({ available, held, frozen, forfeited }: Awaited<ReturnType<typeof standing>>) =>
  available + held + frozen + forfeited;
