import type { StorefrontId } from "@covenant/domain";
import { type Asks, placed } from "../asks.ts";
import { spellDate } from "../civil-date.ts";
import { decide } from "../decide.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { announcedTerms } from "../terms-in-force.ts";
import { type TermsAcceptanceVerdict, type TermsNoticeVerdict, termsNoticeFamily } from "./facts.ts";

export type TermsNoticeQuestion = {
  readonly storefront: StorefrontId;
  /** When the question is asked: the next version announced by then is meant. */
  readonly at: Date;
};

export type TermsNoticeOutcome = TermsNoticeVerdict & {
  /** The announced version. */
  readonly version: string;
  /** What it changes, in a phrase that can follow a date. */
  readonly inShort: string;
  readonly announcedAt: Date;
  readonly startsAt: Date;
  /** The first instant at which it may bind whoever is told at `at`. */
  readonly earliestAt: Date;
  /** How whoever accepted the terms before will accept it from its day on. */
  readonly accepted: TermsAcceptanceVerdict["acceptance"];
};

const dayLength = 24 * 60 * 60_000;

const asks: Asks<TermsNoticeQuestion> = placed("when it is asked", "change");

/** How do members hear of the next version? Null while none is announced. Judged under the terms in force at `at`. */
export const ruleOnTermsNotice = rulingOn(
  { family: termsNoticeFamily, bookIn: ({ termsNotice }) => termsNotice, asks },
  ({ storefront, at }: TermsNoticeQuestion, terms): Ruling<TermsNoticeOutcome> | null => {
    const next = announcedTerms(storefront, at);
    if (next?.news == null) return null;
    const change = next.news.weight;
    const decision = decide(terms.rules.termsNotice, { change });
    const { acceptance } = decide(next.rules.termsAcceptance, { accepted: "earlier", change }).verdict;
    const { version, announcedAt, startsAt } = next;
    const { inShort } = next.news;
    const earliestAt = new Date(at.getTime() + decision.verdict.days * dayLength);
    return writeRuling(terms, "termsAcceptance", decision, {
      outcome: { ...decision.verdict, version, inShort, announcedAt, startsAt, earliestAt, accepted: acceptance },
      outcomeName: decision.verdict.by === "mail" ? "told by mail" : "posted",
      words: {
        happened: `On ${spellDate(version)} new terms take effect: ${inShort}.`,
        next: nextSentences[acceptance],
      },
    });
  },
);

const nextSentences = {
  stands: "You need not do anything.",
  "by-use": "What you ask for on or after that day accepts them. Until then the terms of today hold.",
  ask: "From that day we ask you to accept them once before you start anything new. Until then the terms of today hold.",
} as const satisfies Record<TermsAcceptanceVerdict["acceptance"], string>;
