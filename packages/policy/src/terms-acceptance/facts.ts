import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

/** Which terms the member accepted last: those in force, older ones, or none. */
export type AcceptedTerms = "in-force" | "earlier" | "none";
/** What changed from those to the ones in force; `none` where there is nothing to compare. */
export type ChangeSince = "none" | "editorial" | "material";

export type TermsAcceptanceFacts = { readonly accepted: AcceptedTerms; readonly change: ChangeSince };

/** `stands`: nothing to do. `by-use`: what the member asks for now accepts them. `ask`: asked before anything is started. */
export type TermsAcceptanceVerdict = { readonly acceptance: "stands" | "by-use" | "ask" };

export const onTermsAcceptance = conditionsOn<TermsAcceptanceFacts>();

export const acceptedWords = {
  "in-force": "the member accepted the terms in force",
  earlier: "the member accepted earlier terms",
  none: "the member accepted no terms",
} as const satisfies Record<AcceptedTerms, string>;

export const changeWords = {
  none: "nothing changed since",
  editorial: "only words changed since",
  material: "what applies changed since",
} as const satisfies Record<ChangeSince, string>;

export const termsAcceptanceFamily: Family<TermsAcceptanceFacts> = {
  name: "terms acceptance",
  question: "termsAcceptance",
  points: () => [
    { accepted: "in-force", change: "none" },
    { accepted: "earlier", change: "editorial" },
    { accepted: "earlier", change: "material" },
    { accepted: "none", change: "none" },
  ],
  tell: ({ accepted, change }) => [acceptedWords[accepted], ...(accepted === "earlier" ? [changeWords[change]] : [])],
};

export type TermsNoticeFacts = { readonly change: Exclude<ChangeSince, "none"> };

/** How members hear of a new version, and how many days ahead at the least. On the page, posting it with its day is enough. */
export type TermsNoticeVerdict = { readonly by: "mail" | "page"; readonly days: number };

export const onTermsNotice = conditionsOn<TermsNoticeFacts>();

export const noticeWords = {
  editorial: "the new version changes only words",
  material: "the new version changes what applies",
} as const satisfies Record<TermsNoticeFacts["change"], string>;

export const termsNoticeFamily: Family<TermsNoticeFacts> = {
  name: "terms notice",
  question: "termsAcceptance",
  points: () => [{ change: "editorial" }, { change: "material" }],
  tell: ({ change }) => [noticeWords[change]],
};
