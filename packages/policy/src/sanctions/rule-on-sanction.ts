import { categoryLabels, type StorefrontId, type ViolationCategory } from "@covenant/domain";
import { type Asks, orNone, placed } from "../asks.ts";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import type { Standing } from "../standing.ts";
import { type SanctionVerdict, sanctionFamily } from "./facts.ts";

export type SanctionQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  readonly category: ViolationCategory | null;
  readonly standing: Standing;
};

export type SanctionOutcome = SanctionVerdict;

const outcomeNames = { none: "no strike", pending: "strike pending", counting: "strike counting" } as const;

const asks: Asks<SanctionQuestion> = {
  ...placed("when it happened"),
  category: orNone("what the breach is about"),
  standing: "how firmly it stands",
};

/** Does a breach become a strike, and what does it weigh? A strike is ruled apart from the credits of the request. */
export const ruleOnSanction = rulingOn(
  { family: sanctionFamily, bookIn: ({ sanction }) => sanction, asks },
  ({ category, standing }: SanctionQuestion, terms): Ruling<SanctionOutcome> => {
    const decision = decide(terms.rules.sanction, { category, standing });
    return writeRuling(terms, "sanction", decision, {
      outcome: decision.verdict,
      outcomeName: outcomeNames[decision.verdict.strike],
      words: wordsOf(decision.verdict, category),
    });
  },
);

function wordsOf(verdict: SanctionVerdict, category: ViolationCategory | null): MemberWords {
  if (verdict.strike === "none") return { happened: "There is no strike against you." };
  const breach = category ? ` for ${categoryLabels[category]}` : "";
  const worth = `It weighs ${verdict.weight} and expires ${verdict.expiresAfterDays} days after the breach.`;
  return verdict.strike === "pending"
    ? { happened: `A strike${breach} waits for a person.`, next: "You need not do anything." }
    : { happened: `You have a strike${breach}.`, cost: worth, next: "If you think this is wrong, appeal it." };
}
