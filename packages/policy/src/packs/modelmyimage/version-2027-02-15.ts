import { assumed } from "../../clause.ts";
import { sanctionRules } from "../../sanctions/sanction-rules.ts";
import { strikeScale } from "../../sanctions/strike-scale.ts";
import type { Amendment } from "../amend.ts";
import { amendBook } from "../amend-book.ts";
import { practice } from "../practice.ts";
import { rules, sanctionTerms } from "./rules.ts";

const strikes = strikeScale(120);

/** Files go sooner, strikes too. */
export const spring2027: Amendment = {
  version: "2027-02-15",
  announced: "2026-11-09",
  inShort: "your files are deleted sooner and strikes end sooner",
  changed: [
    {
      clause: practice.strikes("MMI-a4", strikes),
      matters: "A strike that is not grave stops counting two months sooner.",
    },
    {
      clause: assumed(
        "MMI-a7",
        "ruling",
        "How long handing over takes",
        "Files and prompts are deleted 30 minutes after they were made, or 10 minutes after your first complete download, whichever comes first.",
      ),
      matters: "Your files are gone half an hour after they were made. Download a result within that time.",
    },
  ],
  rules: {
    sanction: sanctionRules({ ...sanctionTerms, strikes }),
    retention: amendBook(rules.retention, {
      changed: {
        "MMI-6.1/files": { gives: { stays: "forDelivery", minutesAfterCreation: 30, minutesAfterDownload: 10 } },
      },
    }),
  },
};
