import type { ClauseId } from "../clause.ts";
import { type Rule, type RuleBook, ruleBook } from "../rule.ts";
import { type LadderFacts, type LadderVerdict, ladderFamily, onLadder } from "./facts.ts";

const { all, always, any, atLeast, is } = onLadder;

/** The numbers of a ladder: from which weight each rung is reached, and how long it lasts. */
export type LadderMeasure = {
  readonly limit: { readonly weight: number; readonly days: number; readonly running: number };
  readonly suspension: { readonly weight: number; readonly days: number };
  readonly longSuspension: { readonly weight: number; readonly days: number };
  readonly termination: { readonly weight: number };
};

type Cited = { readonly clause: ClauseId; readonly readWith?: readonly ClauseId[] };

type LadderTerms = LadderMeasure & {
  readonly clauses: {
    /** Says that a rule alone restricts nobody. */
    readonly proof: ClauseId;
    /** Warnings and limits, by the ladder alone. */
    readonly mild: ClauseId;
    readonly suspension: Cited;
    readonly longSuspension: Cited;
    readonly termination: Cited;
    readonly infringers: Cited;
  };
  /** Where the terms let a well-founded suspicion suspend for some days. */
  readonly suspicion?: Cited & { readonly days: number };
};

type LadderRule = Rule<LadderFacts, LadderVerdict>;

/** Each rung goes before those below it; a suspicion stands beside the ladder, and a rule alone on none of its rungs. */
export function ladderRules(terms: LadderTerms): RuleBook<LadderFacts, LadderVerdict> {
  const { clauses, limit, suspension, longSuspension } = terms;
  const rungs: LadderRule[] = [
    {
      clause: clauses.proof,
      name: "unproven",
      when: always,
      gives: { sanction: "none" },
      says: "What no person has established leads to no sanction.",
    },
    {
      clause: clauses.mild,
      name: "warning",
      when: proven(always),
      gives: { sanction: "warning" },
      says: "A breach that a person established leads to a warning at least.",
    },
    {
      clause: clauses.mild,
      name: "limit",
      when: proven(atLeast("weight", limit.weight)),
      gives: { sanction: "limit", days: limit.days, running: limit.running },
      says: "With more strikes an account is limited for a time.",
    },
    {
      ...clauses.suspension,
      name: "suspension",
      when: proven(any(atLeast("weight", suspension.weight), all(atLeast("weight", limit.weight), hadAtLeastLimit))),
      gives: { sanction: "suspension", days: suspension.days },
      says: "With still more strikes, or after a limit, an account is suspended for a time.",
    },
    {
      ...clauses.longSuspension,
      name: "long-suspension",
      when: proven(
        any(
          is("gravity", "grave"),
          atLeast("weight", longSuspension.weight),
          all(atLeast("weight", suspension.weight), wasSuspended),
        ),
      ),
      gives: { sanction: "suspension", days: longSuspension.days },
      says: "A grave breach, many strikes, or another breach after a suspension suspends an account for longer.",
    },
    {
      ...clauses.termination,
      name: "termination",
      when: proven(
        any(
          atLeast("weight", terms.termination.weight),
          all(wasSuspended, any(is("gravity", "grave"), atLeast("weight", longSuspension.weight))),
        ),
      ),
      gives: { sanction: "termination" },
      says: "An account is closed when the strikes weigh too much, or when a suspension did not help.",
    },
    {
      ...clauses.infringers,
      name: "infringers",
      when: proven(is("gravity", "infringer")),
      gives: { sanction: "termination" },
      says: "The account of somebody who infringes copyright again and again is closed.",
    },
  ];
  return ruleBook(ladderFamily, [...eachOverridingThoseBelow(rungs), ...suspicionRules(terms)]);
}

const proven = (when: LadderRule["when"]) => all(is("finding", "established"), when);
const hadAtLeastLimit = is("earlier", "limit", "suspension");
const wasSuspended = is("earlier", "suspension");

function eachOverridingThoseBelow(rungs: readonly LadderRule[]): LadderRule[] {
  return rungs.map((rung, index) => {
    const overrides = rungs.slice(0, index).map(({ clause, name }) => `${clause}/${name}` as const);
    return index === 0 ? rung : { ...rung, overrides };
  });
}

function suspicionRules({ suspicion, clauses }: LadderTerms): LadderRule[] {
  if (suspicion === undefined) return [];
  const { days, ...cited } = suspicion;
  return [
    {
      ...cited,
      name: "suspicion",
      overrides: [`${clauses.proof}/unproven`],
      when: all(is("finding", "suspected"), is("gravity", "grave")),
      gives: { sanction: "suspension", days },
      says: "A person who finds good reason to suspect abuse, fraud or a danger to security can suspend an account for a time.",
    },
  ];
}
