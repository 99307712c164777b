import type {
  TermsAcceptanceFacts,
  TermsAcceptanceVerdict,
  TermsNoticeFacts,
  TermsNoticeVerdict,
} from "../terms-acceptance/facts.ts";
import type { Law } from "./law.ts";

export const termsAcceptanceLaws: readonly Law<TermsAcceptanceFacts, TermsAcceptanceVerdict>[] = [
  {
    says: "nobody is bound who never accepted",
    holds: ({ accepted }, { acceptance }) => accepted !== "none" || acceptance === "ask",
  },
  {
    says: "what was accepted and has not changed in substance is never asked for again",
    holds: ({ accepted, change }, { acceptance }) =>
      accepted === "none" || change === "material" || acceptance === "stands",
  },
  {
    says: "a change in substance is accepted by use where a clause says that going on accepts, and else asked for",
    holds: ({ change }, { acceptance }, _, { clauses }) => {
      const byUse = clauses.some(({ keptBy, text }) => keptBy === "ruling" && text.includes("goes on using"));
      return change !== "material" || acceptance === (byUse ? "by-use" : "ask");
    },
  },
];

export const termsNoticeLaws: readonly Law<TermsNoticeFacts, TermsNoticeVerdict>[] = [
  {
    says: "a change in substance is told by mail at least 30 days ahead, and words alone are posted",
    holds: ({ change }, { by, days }) =>
      change === "material" ? by === "mail" && days >= 30 : by === "page" && days === 0,
  },
];
