import { categoryLabels, type StorefrontId, type ViolationCategory } from "@covenant/domain";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import type { Standing } from "../standing.ts";
import { termsInForce } from "../terms-in-force.ts";
import type { SanctionVerdict } from "./facts.ts";

export type SanctionQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  readonly category: ViolationCategory | null;
  readonly standing: Standing;
};

export type SanctionOutcome = SanctionVerdict;

const outcomeNames = { none: "no strike", pending: "strike pending", counting: "strike counting" } as const;

/** Does a breach become a strike, and what does it weigh? A strike is ruled apart from the credits of the request. */
export function ruleOnSanction(
  { storefront, at, category, standing }: SanctionQuestion,
  terms: TermsVersion = termsInForce(storefront, at),
): Ruling<SanctionOutcome> {
  const decision = decide(terms.rules.sanction, { category, standing });
  return writeRuling(terms, "sanction", decision, {
    outcome: decision.verdict,
    outcomeName: outcomeNames[decision.verdict.strike],
    words: wordsOf(decision.verdict, category),
  });
}

function wordsOf(verdict: SanctionVerdict, category: ViolationCategory | null): MemberWords {
  if (verdict.strike === "none") return { happened: "There is no strike against you." };
  const breach = category ? ` for ${categoryLabels[category]}` : "";
  const worth = `It weighs ${verdict.weight} and expires ${verdict.expiresAfterDays} days after the breach.`;
  return verdict.strike === "pending"
    ? { happened: `A strike${breach} waits for a person.`, next: "You need not do anything." }
    : { happened: `You have a strike${breach}.`, cost: worth, next: "If you think this is wrong, appeal it." };
}
