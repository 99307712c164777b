import { createHash } from "node:crypto";
import { type Database, getBalance, type SqlRunner, type Tx } from "@covenant/db";
import {
  after,
  type ConductKind,
  type Credits,
  credits,
  type Danger,
  duration,
  type SanctionKind,
  type SanctionQuestion,
} from "@covenant/domain";
import {
  type ConductOutcome,
  type ConductQuestion,
  type ForfeitureOutcome,
  type Gravity,
  type LadderOutcome,
  type LadderQuestion,
  type Ruling,
  ruleOnConduct,
  ruleOnForfeiture,
  ruleOnLadder,
  ruleOnSuspensionNotice,
  ruleOnTermination,
  type SuspensionNoticeOutcome,
  type TerminationOutcome,
} from "@covenant/policy";
import { countUnderReview } from "../cases/count-under-review.ts";
import type { AccountCase } from "../cases/lock-account-case.ts";
import { readRecord } from "../standing/read-record.ts";
import { mayWithdraw } from "./may-withdraw.ts";
import { stateReasons } from "./state-reasons.ts";

type Reader = SqlRunner & (Pick<Database, "rows"> | Pick<Tx, "rows">);

/** A ruling beside the facts it was made on. */
export type Ruled<Outcome> = { ruling: Ruling<Outcome>; facts: object };

/** The closing of an account: when, and what becomes of its credits. */
export type ClosingPlan = {
  termination: Ruled<TerminationOutcome>;
  forfeiture: Ruled<ForfeitureOutcome>;
  forfeits: Credits;
  /** Held by open cases, and not forfeited with the rest: they end as those are decided. */
  held: Credits;
};

/** What confirming a case would do now. */
export type DecisionPlan = {
  /** Null: nothing follows. */
  sanction: SanctionKind | "keys-end" | null;
  conduct: Ruled<ConductOutcome>;
  /** Null where the ladder is not asked. */
  ladder: Ruled<LadderOutcome> | null;
  notice: Ruled<SuspensionNoticeOutcome>;
  closing: ClosingPlan | null;
  /** `isOver`: its time ended before this decision, so that it goes on record and counts for nothing. */
  strike: { weight: number; expiresAt: Date; isOver: boolean } | null;
  weightAfter: number;
  statement: string;
  digest: string;
};

type Asked = Pick<SanctionQuestion, "finding" | "danger"> & { now: Date };

/** Rules on a case as a person finds it. Under the member's conduct lock it is what will be done; without, what would be. */
export async function planDecision(
  reader: Reader,
  found: AccountCase,
  { finding, danger, now }: Asked,
): Promise<DecisionPlan> {
  const conduct = ruleConduct(found, finding);
  const record = await readRecord(reader, found.memberId, now);
  const strike = strikeOf(conduct.ruling.outcome, { occurredAt: new Date(found.facts.occurredAt), now });
  const weightAfter = record.weight + (strike === null || strike.isOver ? 0 : strike.weight);
  const ladder = ruleLadder(conduct.ruling.outcome, {
    storefront: found.storefront,
    at: now,
    weight: weightAfter,
    gravity: gravityOf(found.facts.conduct),
    earlier: record.earlier,
    finding,
  });
  const sanction = sanctionOf(conduct.ruling.outcome, ladder);
  const feared = danger ?? dangerOf(found.facts.conduct);
  const closing = sanction === "termination" ? await planClosing(reader, found, { danger: feared, now }) : null;
  const notice = ruleNotice(found, { sanction, danger: feared, now });
  const plan = { sanction, conduct, ladder, notice, closing, strike, weightAfter };
  const statement = stateReasons(found, plan);
  return { ...plan, statement, digest: digestOf(plan, statement) };
}

function ruleConduct({ storefront, facts }: AccountCase, standing: ConductQuestion["standing"]): Ruled<ConductOutcome> {
  const { conduct: kind, permission } = facts;
  const question = { storefront, at: new Date(facts.occurredAt), kind, standing, permission };
  return { ruling: ruleOnConduct(question), facts: question };
}

function strikeOf(
  outcome: ConductOutcome,
  { occurredAt, now }: { occurredAt: Date; now: Date },
): DecisionPlan["strike"] {
  if (outcome.follows !== "strike") return null;
  const { weight, expiresAfterDays } = outcome;
  const expiresAt = after(occurredAt, duration.days(expiresAfterDays));
  return { weight, expiresAt, isOver: expiresAt <= now };
}

/** What is no breach, and a leaked key, lead to no rung. */
function ruleLadder({ follows }: ConductOutcome, question: LadderQuestion): Ruled<LadderOutcome> | null {
  if (follows === "nothing" || follows === "keys-end") return null;
  return { ruling: ruleOnLadder(question), facts: question };
}

function sanctionOf({ follows }: ConductOutcome, ladder: Ruled<LadderOutcome> | null): DecisionPlan["sanction"] {
  if (follows === "keys-end") return follows;
  const sanction = ladder?.ruling.outcome.sanction ?? "none";
  return sanction === "none" ? null : sanction;
}

function gravityOf(kind: ConductKind): Gravity {
  if (kind === "repeat-infringement") return "infringer";
  return kind === "fraud" || kind === "malware" ? "grave" : "ordinary";
}

/** What speaks against telling beforehand, where nobody says otherwise. */
function dangerOf(kind: ConductKind): Danger {
  if (kind === "fraud") return "fraud";
  return kind === "malware" ? "security" : "none";
}

type Feared = { danger: Danger; now: Date };

async function planClosing(reader: Reader, found: AccountCase, { danger, now }: Feared): Promise<ClosingPlan> {
  const { storefront, memberId, facts } = found;
  const termination = { storefront, at: now, danger };
  const forfeiture = {
    storefront,
    at: now,
    kind: facts.conduct,
    mayWithdraw: await mayWithdraw(reader, memberId, now),
  };
  const ruled = ruleOnForfeiture(forfeiture);
  const { available, frozen } = await getBalance(reader, memberId);
  const unspent = available + frozen;
  return {
    termination: { ruling: ruleOnTermination(termination), facts: termination },
    forfeiture: { ruling: ruled, facts: { ...forfeiture, unspent } },
    forfeits: credits(ruled.outcome.credits === "forfeited" ? unspent : 0),
    held: await countUnderReview(reader, memberId),
  };
}

/** An account that is closed is told as one that is suspended, which it is until then. */
function ruleNotice(
  { storefront }: AccountCase,
  { sanction, danger, now }: Feared & Pick<DecisionPlan, "sanction">,
): Ruled<SuspensionNoticeOutcome> {
  const told = sanction === "warning" || sanction === "limit" ? sanction : "suspension";
  const question = { storefront, at: now, sanction: told, danger } as const;
  return { ruling: ruleOnSuspensionNotice(question), facts: question };
}

/** Of everything that a person saw before deciding: whoever confirms sends it back. */
function digestOf(
  { sanction, strike, weightAfter, closing }: Omit<DecisionPlan, "statement" | "digest">,
  statement: string,
) {
  const seen = [sanction, strike?.weight ?? 0, weightAfter, closing?.forfeits ?? 0, statement];
  return createHash("sha256").update(JSON.stringify(seen)).digest("hex");
}
