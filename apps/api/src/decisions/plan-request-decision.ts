import type { Database, HoldRecord, SqlRunner, Tx } from "@covenant/db";
import {
  type Credits,
  credits,
  formatCredits,
  type GenerationId,
  type MemberId,
  type StorefrontId,
  type StrikeId,
} from "@covenant/domain";
import {
  type ReviewDecision,
  type ReviewOutcome,
  type ReviewQuestion,
  type Ruling,
  ruleOnReview,
} from "@covenant/policy";
import type { PromptCase } from "../cases/lock-case.ts";
import { findUnfounded, type Unfounded } from "../patterns/close-unfounded.ts";
import { type JudgedAgain, planJudgingAgain } from "../sanctions/plan-judging-again.ts";
import { sayJudgedAgain } from "../sanctions/say-judged-again.ts";
import { creditStateOf, holdOf } from "./credit-state.ts";

type Reader = SqlRunner & (Pick<Database, "rows"> | Pick<Tx, "rows">);

/** What a person's answer about a request does. */
export type RequestPlan = {
  ruling: Ruling<ReviewOutcome>;
  facts: ReviewQuestion;
  hold: HoldRecord | null;
  /** Strikes that are void by it. */
  strikes: StrikeId[];
  judged: JudgedAgain[];
  unfounded: Unfounded[];
  /** Credits that come back to the member. */
  returns: Credits;
  /** Sentence by sentence. */
  effects: string[];
};

/** Rules on an answer to a case about a request. Under the case's lock it is what will be done; without, what would be. */
export async function planRequestDecision(
  reader: Reader,
  found: PromptCase,
  { decision, now }: { decision: ReviewDecision; now: Date },
): Promise<RequestPlan> {
  const generationId = found.generationId as GenerationId;
  const account = { memberId: found.memberId as MemberId, storefront: found.storefront as StorefrontId, at: now };
  const [generation, hold, strike] = await Promise.all([
    reader.rows.generation.findUnique({ where: { id: generationId }, select: { createdAt: true } }),
    holdOf(reader, generationId),
    reader.rows.strike.findUnique({ where: { generationId } }),
  ]);
  // The terms in force when the request was made; its file is opened as it ends.
  const at = generation?.createdAt ?? found.openedAt;
  const facts = { storefront: account.storefront, at, decision, credits: creditStateOf(hold) };
  const ruling = ruleOnReview(facts);
  const isVoid = ruling.outcome.strike === "void" && strike !== null && strike.state !== "void";
  const strikes = isVoid ? [strike.id as StrikeId] : [];
  const [judged, unfounded] = [
    await planJudgingAgain(reader, account.memberId, { strikes, sanctions: [] }),
    await findUnfounded(reader, account, strikes),
  ];
  return {
    ruling,
    facts,
    hold,
    strikes,
    judged,
    unfounded,
    returns: returnedBy(ruling.outcome, hold),
    effects: [
      creditEffects[ruling.outcome.credits](formatCredits(amountOf(ruling.outcome, hold))),
      ...(strike === null ? [] : [strikeEffect(ruling.outcome, { isOver: strike.expiresAt <= now })]),
      ...judged.map((change) => sayJudgedAgain(change, now)),
      ...unfounded.map(() => "The open file about the account, which rested on this, is closed."),
    ],
  };
}

function returnedBy(outcome: ReviewOutcome, hold: HoldRecord | null): Credits {
  const isReturned = outcome.credits === "release" || outcome.credits === "pay-back";
  return isReturned ? amountOf(outcome, hold) : credits(0);
}

/** What was captured and not yet paid back, or all that is held. */
function amountOf(outcome: ReviewOutcome, hold: HoldRecord | null): Credits {
  if (hold === null) return credits(0);
  return outcome.credits === "pay-back" ? credits(hold.captured - hold.paidBack) : hold.credits;
}

function strikeEffect({ strike }: ReviewOutcome, { isOver }: { isOver: boolean }): string {
  if (strike === "void") return "The strike is void.";
  return isOver ? "The strike stays on record. Its time has ended, so it weighs nothing." : "The strike counts.";
}

const creditEffects = {
  capture: (amount: string) => `${amount} are charged.`,
  release: (amount: string) => `${amount} go back to the member.`,
  "pay-back": (amount: string) => `${amount} are paid back by a new entry.`,
  nothing: () => "No credits move.",
} as const;
