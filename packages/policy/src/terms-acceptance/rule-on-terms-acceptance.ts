import type { StorefrontId } from "@covenant/domain";
import { spellDate } from "../civil-date.ts";
import { type Decision, decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { packs } from "../packs/packs.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { findTerms, termsInForce } from "../terms-in-force.ts";
import type { ChangeSince, TermsAcceptanceFacts, TermsAcceptanceVerdict } from "./facts.ts";

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

/** Do the terms in force hold for this member, would a start accept them, or are they asked for first? */
export function ruleOnTermsAcceptance(question: TermsAcceptanceQuestion): Ruling<TermsAcceptanceOutcome> {
  const terms = termsInForce(question.storefront, question.at);
  const decision = decideAcceptance(terms, question.acceptedTermsVersion);
  const { acceptance } = decision.verdict;
  return writeRuling(terms, "termsAcceptance", decision, {
    outcome: { acceptance, version: terms.version },
    outcomeName: outcomeNames[acceptance],
    words: wordsOf(decision.verdict, spellDate(terms.version)),
  });
}

/** Decides for a version in force and the newest version accepted; a name that no version has is as good as none. */
export function decideAcceptance(
  terms: TermsVersion,
  acceptedVersion: string | null,
): Decision<TermsAcceptanceFacts, TermsAcceptanceVerdict> {
  const accepted = acceptedVersion === null ? null : findTerms(terms.storefront, acceptedVersion);
  return decide(terms.rules.termsAcceptance, factsOf(terms, accepted));
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
