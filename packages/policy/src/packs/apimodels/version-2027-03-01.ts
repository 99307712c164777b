import { assumed } from "../../clause.ts";
import { sanctionRules } from "../../sanctions/sanction-rules.ts";
import { strikeScale } from "../../sanctions/strike-scale.ts";
import type { Amendment } from "../amend.ts";
import { amendBook } from "../amend-book.ts";
import { practice } from "../practice.ts";
import { rules, sanctionTerms } from "./rules.ts";

const strikes = strikeScale(120);

/** Uploads go sooner, strikes too. */
export const spring2027: Amendment = {
  version: "2027-03-01",
  announced: "2026-11-12",
  inShort: "uploads are deleted sooner and strikes end sooner",
  changed: [
    {
      clause: practice.strikes("API-a4", strikes),
      matters: "A strike that is not grave stops counting two months sooner.",
    },
    {
      clause: assumed(
        "API-a7",
        "ruling",
        "A few days are two",
        "An uploaded file is deleted two days after it arrived.",
      ),
      matters: "A file you upload for a call is gone a day sooner. Upload it again if you need it later.",
    },
  ],
  rules: {
    sanction: sanctionRules({ ...sanctionTerms, strikes }),
    retention: amendBook(rules.retention, {
      changed: { "API-P2.2/uploads": { gives: { stays: "forDays", days: 2 } } },
    }),
  },
};
