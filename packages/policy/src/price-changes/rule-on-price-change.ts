import type { StorefrontId } from "@covenant/domain";
import { type Asks, counted, instant, orNone, placed } from "../asks.ts";
import { civilDateIn, daysLater, instantOf, spellDate, wallClock } from "../civil-date.ts";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { type ChangedPrice, type PriceChangeVerdict, type PriceCustomer, priceChangeFamily } from "./facts.ts";

export type PriceChangeQuestion = {
  readonly storefront: StorefrontId;
  /** When the question is asked: the terms of that day rule, and a notice that is still due leaves then at the earliest. */
  readonly at: Date;
  readonly customer: PriceCustomer;
  readonly changed: ChangedPrice;
  /** When this customer was told by mail; null while they were not. */
  readonly announcedAt: Date | null;
  /** When the change is meant to take effect. */
  readonly effectiveAt: Date;
  /** The next renewal that would carry it; null where nothing renews. */
  readonly renewsAt: Date | null;
};

export type PriceChangeOutcome = {
  /** The first instant at which the change may reach this customer, if they are told at `at` where they were not. */
  readonly earliestAt: Date;
  /** Whether it may reach them when it is meant to. */
  readonly mayTakeEffect: boolean;
  readonly notice: {
    readonly by: "mail" | "on-site";
    /** Days from the notice to the change, at the least. */
    readonly days: number;
    /** A mail that has not been sent. */
    readonly isDue: boolean;
  };
  /** Whether the renewal at `renewsAt` may be charged at the new price; otherwise it carries the old one. */
  readonly renewalCarriesIt: boolean;
};

const asks: Asks<PriceChangeQuestion> = {
  ...placed("when it is asked"),
  customer: "whether the customer subscribes",
  changed: "what changes",
  announcedAt: counted(orNone(instant("when the customer was told"))),
  effectiveAt: counted(instant("when the change is to take effect")),
  renewsAt: counted(orNone(instant("when it renews"))),
};

/** When may a changed price reach a customer, and how do they have to be told? */
export const ruleOnPriceChange = rulingOn(
  { family: priceChangeFamily, bookIn: ({ priceChange }) => priceChange, asks },
  (question: PriceChangeQuestion, terms): Ruling<PriceChangeOutcome> => {
    const { customer, changed } = question;
    const decision = decide(terms.rules.priceChange, { customer, changed });
    const outcome = outcomeOf(decision.verdict, question, terms.zone);
    return writeRuling(terms, "priceChange", decision, {
      outcome,
      outcomeName: outcome.notice.isDue ? "notice due" : outcome.mayTakeEffect ? "allowed" : "too early",
      words: wordsOf(question, outcome, terms.zone),
    });
  },
);

function outcomeOf(
  { by, days }: PriceChangeVerdict,
  { at, announcedAt, effectiveAt, renewsAt }: PriceChangeQuestion,
  zone: string,
): PriceChangeOutcome {
  const isDue = by === "mail" && announcedAt === null;
  const toldAt = by === "mail" ? (announcedAt ?? at) : effectiveAt;
  const earliestAt = instantOf(daysLater(wallClock(toldAt, zone), days), zone);
  const allowedAt = (moment: Date) => !isDue && moment >= earliestAt;
  return {
    earliestAt,
    mayTakeEffect: allowedAt(effectiveAt),
    notice: { by, days, isDue },
    renewalCarriesIt: renewsAt !== null && renewsAt >= effectiveAt && allowedAt(renewsAt),
  };
}

const changes = {
  price: "the price of credits changes",
  "credits-per-generation": "the number of credits that a generation uses changes",
  both: "the price of credits changes, and so does the number of credits that a generation uses",
} as const satisfies Record<ChangedPrice, string>;

function wordsOf(question: PriceChangeQuestion, outcome: PriceChangeOutcome, zone: string): MemberWords {
  const { changed, effectiveAt, renewsAt } = question;
  const on = (at: Date) => spellDate(civilDateIn(at, zone));
  const holds = outcome.mayTakeEffect ? `from ${on(effectiveAt)}` : `from ${on(outcome.earliestAt)} at the earliest`;
  return {
    happened: `On ${on(effectiveAt)} ${changes[changed]}.`,
    cost: outcome.notice.by === "on-site" ? "" : `For you it holds ${holds}.`,
    next: renewsAt === null ? "" : renewalSentence(outcome.renewalCarriesIt, on(renewsAt)),
  };
}

function renewalSentence(carriesIt: boolean, day: string): string {
  return carriesIt
    ? `Your renewal on ${day} goes by the change. You can cancel before it.`
    : `Your renewal on ${day} does not go by the change yet.`;
}
