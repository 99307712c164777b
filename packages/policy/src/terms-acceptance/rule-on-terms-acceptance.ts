import type { StorefrontId } from "@covenant/domain";
import { type Asks, deciding, orNone, placed } from "../asks.ts";
import { spellDate } from "../civil-date.ts";
import { type Decision, decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { packs } from "../packs/packs.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import { findTerms, termsInForce } from "../terms-in-force.ts";
import {
  type ChangeSince,
  type TermsAcceptanceFacts,
  type TermsAcceptanceVerdict,
  termsAcceptanceFamily,
} from "./facts.ts";

export type TermsAcceptanceQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  /** The newest version this member accepted, in whatever way; null for none. */
  readonly acceptedTermsVersion: string | null;
};

export type TermsAcceptanceOutcome = TermsAcceptanceVerdict & {
  /** The version in force, which stands, is accepted by a start, or has to be accepted. */
  readonly version: string;
};

const outcomeNames = { stands: "stands", "by-use": "accepted by use", ask: "to be accepted" } as const;

const asks: Asks<TermsAcceptanceQuestion> = {
  ...placed("when it is asked"),
  acceptedTermsVersion: deciding(orNone("which terms were accepted last"), "accepted", "change"),
};

/** Do the terms in force on that day hold for this member, would a start accept them, or are they asked for first? */
export const ruleOnTermsAcceptance = rulingOn(
  { family: termsAcceptanceFamily, bookIn: ({ termsAcceptance }) => termsAcceptance, asks },
  ({ storefront, at, acceptedTermsVersion }: TermsAcceptanceQuestion, terms): Ruling<TermsAcceptanceOutcome> => {
    const inForce = termsInForce(storefront, at);
    const decision = decideAcceptance(inForce, acceptedTermsVersion, terms);
    const { acceptance } = decision.verdict;
    return writeRuling(terms, "termsAcceptance", decision, {
      outcome: { acceptance, version: inForce.version },
      outcomeName: outcomeNames[acceptance],
      words: wordsOf(decision.verdict, spellDate(inForce.version)),
    });
  },
);

/**
 * Decides for a version in force and the newest version accepted; a name that no version has is as good as none. How a
 * version comes to hold is its own matter, unless a replay asks what other terms say to the same facts.
 */
export function decideAcceptance(
  inForce: TermsVersion,
  acceptedVersion: string | null,
  terms: TermsVersion = inForce,
): Decision<TermsAcceptanceFacts, TermsAcceptanceVerdict> {
  const accepted = acceptedVersion === null ? null : findTerms(inForce.storefront, acceptedVersion);
  return decide(terms.rules.termsAcceptance, factsOf(inForce, accepted));
}

function factsOf(terms: TermsVersion, accepted: TermsVersion | null): TermsAcceptanceFacts {
  if (accepted === null) return { accepted: "none", change: "none" };
  if (accepted.startsAt >= terms.startsAt) return { accepted: "in-force", change: "none" };
  return { accepted: "earlier", change: changeSince(accepted, terms) };
}

/** Material where any version on the way from one to the other is. */
function changeSince(accepted: TermsVersion, terms: TermsVersion): ChangeSince {
  const since = packs[terms.storefront].versions.filter(
    ({ startsAt }) => accepted.startsAt < startsAt && startsAt <= terms.startsAt,
  );
  return since.some(({ news }) => news?.weight === "material") ? "material" : "editorial";
}

function wordsOf({ acceptance }: TermsAcceptanceVerdict, day: string): MemberWords {
  switch (acceptance) {
    case "stands":
      return { happened: `The terms of ${day} hold for you.` };
    case "by-use":
      return {
        happened: `New terms are in force since ${day}.`,
        next: "What you ask for now accepts them. If you do not agree, ask for nothing new; you can still close your account.",
      };
    case "ask":
      return {
        happened: `The terms of ${day} are in force.`,
        next: "Read what changed, accept them once, then go on. What you have stays as it is until then.",
      };
  }
}
