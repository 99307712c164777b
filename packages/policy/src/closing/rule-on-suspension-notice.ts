import type { Danger, StorefrontId } from "@covenant/domain";
import { decide } from "../decide.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { termsInForce } from "../terms-in-force.ts";
import type { NoticedSanction, SuspensionNoticeVerdict } from "./notice-facts.ts";

export type SuspensionNoticeQuestion = {
  readonly storefront: StorefrontId;
  readonly at: Date;
  readonly sanction: NoticedSanction;
  readonly danger: Danger;
};

export type SuspensionNoticeOutcome = SuspensionNoticeVerdict;

/** When is a member told of a warning, a limit or a suspension, and how much of it (Regulation (EU) 2022/2065, art. 17)? */
export function ruleOnSuspensionNotice(
  { storefront, at, sanction, danger }: SuspensionNoticeQuestion,
  terms: TermsVersion = termsInForce(storefront, at),
): Ruling<SuspensionNoticeOutcome> {
  const decision = decide(terms.rules.suspensionNotice, { sanction, danger });
  return writeRuling(terms, "suspensionNotice", decision, {
    outcome: decision.verdict,
    outcomeName: decision.verdict.detail === "whole" ? "told with the facts" : "told in outline",
    words: { happened: "This is the statement of reasons that you are owed." },
  });
}
