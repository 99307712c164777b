import { createHash } from "node:crypto";
import type { Prisma } from "@covenant/db";
import {
  type AppealOutcome,
  type CaseId,
  type Credits,
  credits,
  formatCredits,
  type MemberId,
  type SanctionId,
  type StorefrontId,
  type StrikeId,
} from "@covenant/domain";
import { type ReviewOutcome, type ReviewQuestion, type Ruling, ruleOnReview } from "@covenant/policy";
import { requirePromptCase } from "../cases/lock-case.ts";
import { planRequestDecision, type RequestPlan } from "../decisions/plan-request-decision.ts";
import { findUnfounded } from "../patterns/close-unfounded.ts";
import { planJudgingAgain } from "../sanctions/plan-judging-again.ts";
import { sayJudgedAgain, saySanctionUndone } from "../sanctions/say-judged-again.ts";
import type { Reader } from "./contested.ts";

type CaseRow = Prisma.CaseGetPayload<object>;

/** What an answer to an appeal does. */
export type AppealPlan = {
  ruling: Ruling<ReviewOutcome>;
  facts: ReviewQuestion;
  /** Of a case about a request: what follows for it. */
  request: RequestPlan | null;
  /** Of a case about an account that is upheld: what it imposed and is undone. */
  sanctions: SanctionId[];
  returns: Credits;
  /** Sentence by sentence; the member reads them as receipts. */
  effects: string[];
  digest: string;
};

type Asked = { outcome: AppealOutcome; now: Date };

/** Rules on an answer to an appeal. Under the locks of the case it is what will be done; without, what would be. */
export async function planAppeal(reader: Reader, found: CaseRow, { outcome, now }: Asked): Promise<AppealPlan> {
  const plan =
    found.kind === "account"
      ? await planForAccount(reader, found, { outcome, now })
      : await planForRequest(reader, found, { outcome, now });
  const seen = JSON.stringify([outcome, plan.returns, plan.effects]);
  return { ...plan, digest: createHash("sha256").update(seen).digest("hex") };
}

type Undigested = Omit<AppealPlan, "digest">;

async function planForRequest(reader: Reader, found: CaseRow, { outcome, now }: Asked): Promise<Undigested> {
  const decision = outcome === "upheld" ? "overturned" : "confirmed";
  const request = await planRequestDecision(reader, requirePromptCase(found), { decision, now });
  const { ruling, facts, returns } = request;
  const effects = [outcome === "upheld" ? "The block is overturned." : "The block stands.", ...request.effects];
  if (outcome === "upheld") effects.push(notKept);
  return { ruling, facts, request, sanctions: [], returns, effects };
}

const notKept =
  "What was stopped was not made, or was not kept, so there is no result to bring back. The request can be made again.";

async function planForAccount(reader: Reader, found: CaseRow, { outcome, now }: Asked): Promise<Undigested> {
  const storefront = found.storefront as StorefrontId;
  const at = found.decidedAt ?? found.openedAt;
  const decision = outcome === "upheld" ? "overturned" : "confirmed";
  const facts = { storefront, at, decision, credits: "none" } as const;
  const stands: Undigested = {
    ruling: ruleOnReview(facts),
    facts,
    request: null,
    sanctions: [],
    returns: credits(0),
    effects: ["The decision about the account stands, and what it imposed."],
  };
  return outcome === "rejected" ? stands : { ...stands, ...(await undoing(reader, found, now)) };
}

async function undoing(
  reader: Reader,
  found: CaseRow,
  now: Date,
): Promise<Pick<AppealPlan, "sanctions" | "returns" | "effects">> {
  const [caseId, memberId] = [found.id as CaseId, found.memberId as MemberId];
  const [rows, strikeRows] = await Promise.all([
    reader.rows.sanction.findMany({
      where: { caseId, OR: [{ undoneAs: null }, { undoneAs: "lifted" }] },
      orderBy: { id: "asc" },
      include: { termination: true },
    }),
    reader.rows.strike.findMany({ where: { caseId, state: { not: "void" } }, select: { id: true } }),
  ]);
  const strikes = strikeRows.map(({ id }) => id as StrikeId);
  const sanctions = rows.map(({ id }) => id as SanctionId);
  const judged = await planJudgingAgain(reader, memberId, { strikes, sanctions });
  const account = { memberId, storefront: found.storefront as StorefrontId, at: now };
  const unfounded = await findUnfounded(reader, account, strikes);
  const isReopened = [...rows, ...judged.map(({ row }) => row)].some(({ termination }) => isClosedBy(termination));
  const returns = isReopened ? await forfeitedOf(reader, memberId) : credits(0);
  return {
    sanctions,
    returns,
    effects: [
      "The decision about the account is undone.",
      ...rows.map(saySanctionUndone),
      ...(strikes.length === 0 ? [] : ["The strike is void."]),
      ...judged.map((change) => sayJudgedAgain(change, now)),
      ...unfounded.map(() => "The open file about the account, which rested on this, is closed."),
      ...(returns === 0 ? [] : [`${formatCredits(returns)} that were forfeited come back.`]),
      ...(isReopened ? [endedForGood] : []),
      ...(rows.length === 0 ? ["API keys that ended stay ended; new ones can be made at once."] : []),
    ],
  };
}

const endedForGood =
  "Keys and sessions that ended with the account stay ended, and so does a subscription; files whose time has ended since cannot be brought back.";

function isClosedBy(termination: { carriedOutAt: Date | null; reopenedAt: Date | null } | null): boolean {
  return termination !== null && termination.carriedOutAt !== null && termination.reopenedAt === null;
}

async function forfeitedOf(reader: Reader, memberId: MemberId): Promise<Credits> {
  const [row] = await reader.query<{ forfeited: number }>(
    "SELECT coalesce(sum(forfeited), 0)::int AS forfeited FROM ledger.lot WHERE wallet_id = $1::text",
    [memberId],
  );
  return credits(row?.forfeited ?? 0);
}
