import { interpreted } from "../../clause.ts";
import { lapseRules } from "../../reviews/review-rules.ts";
import { sanctionRules } from "../../sanctions/sanction-rules.ts";
import { strikeScale } from "../../sanctions/strike-scale.ts";
import type { Amendment } from "../amend.ts";
import { amendBook } from "../amend-book.ts";
import { practice } from "../practice.ts";
import { rules, sanctionTerms } from "./rules.ts";

const strikes = strikeScale(120);

/** One check alone keeps no credits any more, and strikes end sooner. */
export const spring2027: Amendment = {
  version: "2027-03-15",
  announced: "2026-11-16",
  inShort: "one check alone keeps no credits any more, and strikes end sooner",
  changed: [
    {
      clause: practice.strikes("IAI-a3", strikes),
      matters: "A strike that is not grave stops counting two months sooner.",
    },
    {
      clause: interpreted(
        "IAI-i1",
        "ruling",
        "How the two refund clauses fit together",
        "Clause IAI-4.3 is the general rule, clause IAI-8.5 an exception to it. The exception speaks of prompts and uploads that break the rules, so it applies once that is proven when the request ends: two independent checks agree on a forbidden category with high confidence. One sure check alone, a weak flag, a flag without a category, and a flagged picture from an innocent prompt give the credits back at once. After one sure check the strike still waits for a person; if that person finds the breach proven, the strike counts and the credits stay with you. If the breach is proven by two checks the credits are spent, a strike is given, and you learn the category, the clause, the cost and how to appeal. An appeal that succeeds pays the credits back by a new entry and voids the strike. Credits that were kept for a person under an earlier version end as that version says.",
      ),
      matters:
        "When a single check stops your prompt, your credits come back at once and no longer wait for a person. Only the strike waits.",
    },
  ],
  rules: {
    settlement: amendBook(rules.settlement, { dropped: ["IAI-i1/breach-suspected"] }),
    sanction: sanctionRules({ ...sanctionTerms, strikes }),
    lapse: lapseRules("IAI-i1", "Credits that were kept for a person come back when their days are over."),
  },
};
