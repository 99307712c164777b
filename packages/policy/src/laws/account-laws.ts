import type { ConductKind } from "@covenant/domain";
import type { ForfeitureFacts, ForfeitureVerdict, TerminationFacts, TerminationVerdict } from "../closing/facts.ts";
import type { SuspensionNoticeFacts, SuspensionNoticeVerdict } from "../closing/notice-facts.ts";
import type { ConductFacts, ConductVerdict } from "../conduct/facts.ts";
import type { PatternFacts, PatternSource, PatternVerdict } from "../conduct/pattern-facts.ts";
import { decide } from "../decide.ts";
import { earlierSanctions, gravities, type LadderFacts, type LadderVerdict, rungs } from "../ladder/facts.ts";
import { gaveWayTo, type Law } from "./law.ts";

const grave = ["fraud", "malware"];
const ofTheRecord = ["repeated-breaches", "repeat-infringement", "strikes"];

export const conductBreachLaws: readonly Law<ConductFacts, ConductVerdict>[] = [
  {
    says: "what is alleged has no consequence, and what is suspected none but a person's look",
    holds: ({ standing }, { follows }) =>
      standing === "established"
        ? follows !== "case"
        : follows === "nothing" || (standing === "suspected" && follows === "case"),
  },
  {
    says: "a person looks exactly where what they establish has a consequence",
    holds: (facts, verdict, judge) =>
      facts.standing !== "suspected" ||
      (verdict.follows === "case") === (judge({ ...facts, standing: "established" }).follows !== "nothing"),
  },
  {
    says: "what our written permission covers is no breach, and a permission that covers another day is none",
    holds: (facts, verdict, judge) =>
      facts.permission === "in-force"
        ? verdict.follows === "nothing"
        : verdict.follows === judge({ ...facts, permission: "none" }).follows,
  },
  {
    says: "a key that leaked blames nobody, and a pattern of strikes is no further strike",
    holds: ({ kind, standing }, { follows }) => {
      if (standing !== "established" || follows === "nothing") return true;
      if (kind === "leaked-key") return follows === "keys-end";
      return ofTheRecord.includes(kind) ? follows === "ladder" : follows === "strike";
    },
  },
  {
    says: "fraud and malicious software weigh more than other conduct, and everywhere",
    holds: ({ kind, standing }, verdict) => {
      const isGrave = grave.includes(kind);
      if (verdict.follows !== "strike") return !isGrave || standing !== "established";
      return isGrave === verdict.weight > 1;
    },
  },
  {
    says: "a strike weighs something",
    holds: (_, verdict) => verdict.follows !== "strike" || verdict.weight >= 1,
  },
];

const looksAt = {
  blocked: "repeated-breaches",
  refused: "evasion",
  strikes: "strikes",
} as const satisfies Record<PatternSource, ConductKind>;

export const patternLaws: readonly Law<PatternFacts, PatternVerdict>[] = [
  {
    says: "one attempt is no pattern, and enough of them are one",
    holds: ({ count }, { suspects }) => (count > 1 || suspects === null) && (count < 300 || suspects !== null),
  },
  {
    says: "a pattern begins at the number that it names",
    holds: (facts, verdict, judge) => {
      if (verdict.suspects !== null) return facts.count >= verdict.atLeast;
      const next = judge({ ...facts, count: facts.count + 1 });
      return next.suspects === null || next.atLeast === facts.count + 1;
    },
  },
  {
    says: "more attempts are no less of a pattern",
    holds: (facts, { suspects }, judge) =>
      suspects === null || judge({ ...facts, count: facts.count + 1 }).suspects === suspects,
  },
  {
    says: "what was stopped is looked at as repeated attempts, what was refused as a way around the limits, strikes as strikes",
    holds: ({ source }, { suspects }) => suspects === null || suspects === looksAt[source],
  },
  {
    says: "a file is opened where the ladder has more than a warning, and not before",
    holds: ({ source, count }, { suspects }, _, terms) => {
      if (source !== "strikes") return true;
      const facts = { weight: count, gravity: "ordinary", earlier: "none", finding: "established" } as const;
      return (suspects === null) === (decide(terms.rules.ladder, facts).verdict.sanction === "warning");
    },
  },
];

/** How severe a verdict is: the rung first, then its length. */
function severity(verdict: LadderVerdict): number {
  return rungs.indexOf(verdict.sanction) * 1000 + ("days" in verdict ? verdict.days : 0);
}

const isEstablished = ({ finding }: LadderFacts) => finding === "established";

export const ladderLaws: readonly Law<LadderFacts, LadderVerdict>[] = [
  {
    says: "nothing but a warning without a person's decision, and no suspension on what a rule alone noticed",
    holds: ({ finding }, { sanction }) => finding !== "rule" || sanction === "none",
  },
  {
    says: "a suspicion suspends for a time at most, and only for what weighs heavily",
    holds: ({ finding, gravity }, { sanction }) =>
      finding !== "suspected" || sanction === "none" || (sanction === "suspension" && gravity === "grave"),
  },
  {
    says: "a suspicion never costs more than a proof",
    holds: (facts, verdict, judge) =>
      facts.finding !== "suspected" || severity(verdict) <= severity(judge({ ...facts, finding: "established" })),
  },
  {
    says: "a worse record never gives a milder sanction",
    holds: (facts, verdict, judge) => {
      const lighter = facts.weight === 0 ? [] : [{ ...facts, weight: facts.weight - 1 }];
      // Of repeated infringement there is no suspicion on the ladder: either notices stand, or they do not.
      const graver =
        facts.finding === "suspected" && facts.gravity === "infringer" ? 0 : gravities.indexOf(facts.gravity);
      const milder = gravities.slice(0, graver).map((gravity) => ({ ...facts, gravity }));
      const earlier = earlierSanctions.slice(0, earlierSanctions.indexOf(facts.earlier));
      const cleaner = earlier.map((sanction) => ({ ...facts, earlier: sanction }));
      return [...lighter, ...milder, ...cleaner].every((better) => severity(judge(better)) <= severity(verdict));
    },
  },
  {
    says: "what a person established is followed by a warning at least",
    holds: (facts, { sanction }) => !isEstablished(facts) || sanction !== "none",
  },
  {
    says: "a first ordinary breach closes or suspends nothing",
    holds: (facts, { sanction }) => {
      const isFirst = facts.gravity === "ordinary" && facts.earlier === "none" && facts.weight <= 1;
      return !isEstablished(facts) || !isFirst || sanction === "warning";
    },
  },
  {
    says: "an account is closed for what a suspension did not help against, for a record beyond measure, and for repeated infringement",
    holds: (facts, { sanction }) => {
      const isHopeless = facts.gravity === "grave" && facts.earlier === "suspension";
      const closes = isHopeless || facts.weight >= 9 || facts.gravity === "infringer";
      return !isEstablished(facts) || !closes || sanction === "termination";
    },
  },
  {
    says: "no account is closed for what is neither grave nor repeated",
    holds: ({ gravity, earlier, weight }, { sanction }) =>
      sanction !== "termination" || gravity === "infringer" || earlier === "suspension" || weight > 5,
  },
];

/** The rungs of the ladder from the ground up; a suspension may be a short or a long one. */
const stages = ["none", "warning", "limit", "short", "long", "termination"] as const;
type Stage = (typeof stages)[number];
type Judged = (facts: LadderFacts) => LadderVerdict;

const onCleanRecord = (weight: number): LadderFacts => ({
  weight,
  gravity: "ordinary",
  earlier: "none",
  finding: "established",
});

/** From which weight on a first ordinary breach reaches each rung. */
function weightsOf(judge: Judged): Readonly<Record<Stage, number>> {
  const rows = Array.from({ length: 12 }, (_, weight) => judge(onCleanRecord(weight)));
  const shortest = Math.min(...rows.flatMap((row) => (row.sanction === "suspension" ? [row.days] : [])));
  const from = (isReached: (row: LadderVerdict) => boolean) => {
    const weight = rows.findIndex(isReached);
    return weight === -1 ? Number.NaN : weight;
  };
  return {
    none: 0,
    warning: from(({ sanction }) => sanction === "warning"),
    limit: from(({ sanction }) => sanction === "limit"),
    short: from((row) => row.sanction === "suspension" && row.days === shortest),
    long: from((row) => row.sanction === "suspension" && row.days > shortest),
    termination: from(({ sanction }) => sanction === "termination"),
  };
}

/** The rung that the record of a person's finding stands on: its weight, and what did not help before. */
function rungOf({ weight, gravity, earlier }: LadderFacts, from: Readonly<Record<Stage, number>>): Stage {
  const wasSuspended = earlier === "suspension";
  if (gravity === "infringer" || weight >= from.termination) return "termination";
  if (wasSuspended && (gravity === "grave" || weight >= from.long)) return "termination";
  if (gravity === "grave" || weight >= from.long || (wasSuspended && weight >= from.short)) return "long";
  if (weight >= from.short || ((wasSuspended || earlier === "limit") && weight >= from.limit)) return "short";
  return weight >= from.limit ? "limit" : "warning";
}

function stageOf(verdict: LadderVerdict, judge: Judged, from: Readonly<Record<Stage, number>>): Stage {
  if (verdict.sanction !== "suspension") return verdict.sanction;
  const short = judge(onCleanRecord(from.short));
  return "days" in short && verdict.days > short.days ? "long" : "short";
}

export const climbingLaws: readonly Law<LadderFacts, LadderVerdict>[] = [
  {
    says: "on a clean record each rung has a weight of its own, higher than the one below",
    holds: (_, __, judge) => {
      const { limit, short, long, termination } = weightsOf(judge);
      return limit < short && short < long && long < termination;
    },
  },
  {
    says: "a limit or a suspension that did not help brings the next rung sooner, what weighs heavily a long one, and nothing else does",
    holds: (facts, verdict, judge) => {
      const from = weightsOf(judge);
      return !isEstablished(facts) || stageOf(verdict, judge, from) === rungOf(facts, from);
    },
  },
];

export const giveWayLaws: readonly Law<LadderFacts, LadderVerdict>[] = [
  {
    says: "what gives way to the closing of an infringer's account is what its record would have come to",
    holds: (facts, _, __, ___, ____, reasons) =>
      !isEstablished(facts) ||
      facts.gravity !== "infringer" ||
      gaveWayTo(reasons(facts), reasons({ ...facts, gravity: "ordinary" })),
  },
];

export const noticeLaws: readonly Law<SuspensionNoticeFacts, SuspensionNoticeVerdict>[] = [
  {
    says: "everything is told, but for how it was noticed where that would help a further breach",
    holds: ({ danger }, { detail }) => (detail === "outline") === (danger === "aids-breach"),
  },
];

export const terminationLaws: readonly Law<TerminationFacts, TerminationVerdict>[] = [
  {
    says: "no account is closed without notice but for fraud, a danger to security, or where telling would help a further breach",
    holds: ({ danger }, { notice }) => (notice === "none") === (danger !== "none"),
  },
];

/** The clauses that take a balance, by storefront; where there is none, no balance is taken. */
const forfeitingClauses = ["IAI-8.6"];

export const forfeitureLaws: readonly Law<ForfeitureFacts, ForfeitureVerdict>[] = [
  {
    says: "the right to withdraw is the reason only where credits would be taken without it",
    holds: (facts, _, judge, __, clauses) => {
      const taken = judge({ ...facts, mayWithdraw: false }).credits === "forfeited";
      return clauses.includes("LAW-WITHDRAWAL") === (taken && facts.mayWithdraw);
    },
  },
  {
    says: "credits are forfeited only where a clause of the storefront says so, and there for breaches of use alone",
    holds: ({ ground, mayWithdraw }, { credits }, _, { clauseById }) => {
      const says = forfeitingClauses.some((id) => clauseById.has(id));
      return (credits === "forfeited") === (says && ground === "use" && !mayWithdraw);
    },
  },
];
