import type { LotSource, StorefrontId } from "@covenant/domain";
import { type Asks, counted, deciding, instant, orNone, parts, placed } from "../asks.ts";
import { civilDateIn, daysLater, instantOf, spellDate, wallClock } from "../civil-date.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { type CreditExpiryVerdict, canHaveTerm, creditExpiryFamily } from "./facts.ts";

export type CreditExpiryQuestion = {
  readonly storefront: StorefrontId;
  /** When the credits were bought or given: the terms of that day rule. */
  readonly at: Date;
  readonly source: LotSource;
  /** Days a pack was sold with or a bonus was given with; null where none were named. */
  readonly termDays: number | null;
  /** Of a subscription's credits, and of no others: the period that is paid and what its plan says. */
  readonly plan: {
    readonly periodEnd: Date;
    /** Days after the period's end, 0 for with it; null where the plan's credits do not expire. */
    readonly expiresAfterPeriodDays: number | null;
  } | null;
};

/** Null: the credits do not expire. Otherwise the first instant at which they can no longer be used. */
export type CreditExpiryOutcome = { readonly keepUntil: Date | null };

const asks: Asks<CreditExpiryQuestion> = {
  ...placed("when the credits came"),
  source: "where they came from",
  termDays: deciding(orNone("for how many days they were sold"), "hasTerm"),
  plan: counted(
    orNone(
      parts<NonNullable<CreditExpiryQuestion["plan"]>>("which plan they are of", {
        periodEnd: instant("when the paid period ends"),
        expiresAfterPeriodDays: orNone("how long the plan's credits outlast it"),
      }),
    ),
  ),
};

/**
 * Until when can a lot's credits be used? Days are civil days in the storefront's zone. Throws a `RangeError` where facts do
 * not go together: a subscription without a plan, or days for credits that are given for good.
 */
export const ruleOnCreditExpiry = rulingOn(
  { family: creditExpiryFamily, bookIn: ({ creditExpiry }) => creditExpiry, asks },
  (question: CreditExpiryQuestion, terms): Ruling<CreditExpiryOutcome> => {
    requireFitting(question);
    const { source, termDays } = question;
    const decision = decide(terms.rules.creditExpiry, { source, hasTerm: termDays !== null });
    const outcome = { keepUntil: keepUntil(decision.verdict, question, terms.zone) };
    const ends = outcome.keepUntil && spellDate(civilDateIn(outcome.keepUntil, terms.zone));
    return writeRuling(terms, "creditExpiry", decision, {
      outcome,
      outcomeName: ends ? "expires" : "does not expire",
      words: { happened: ends ? `These credits expire on ${ends}.` : "These credits stay until you use them." },
    });
  },
);

function requireFitting({ source, termDays, plan }: CreditExpiryQuestion): void {
  const isDays = (days: number | null) => days === null || (Number.isSafeInteger(days) && days >= 0);
  const fits = (source === "subscription") === (plan !== null) && (termDays === null || canHaveTerm(source));
  if (fits && isDays(termDays) && isDays(plan?.expiresAfterPeriodDays ?? null)) return;
  throw new RangeError(`${source} credits cannot have ${termDays} days and the plan ${JSON.stringify(plan)}`);
}

function keepUntil(
  { ends }: CreditExpiryVerdict,
  { at, termDays, plan }: CreditExpiryQuestion,
  zone: string,
): Date | null {
  const later = (from: Date, days: number | null) =>
    days === null ? null : instantOf(daysLater(wallClock(from, zone), days), zone);
  switch (ends) {
    case "never":
      return null;
    case "with-term":
      return later(at, termDays);
    case "with-plan":
      return plan && later(plan.periodEnd, plan.expiresAfterPeriodDays);
  }
}
