import { appealRules, reconsiderationRules } from "../../appeals/appeal-rules.ts";
import { interpreted } from "../../clause.ts";
import { forfeitureRules, suspensionNoticeRules, terminationRules } from "../../closing/closing-rules.ts";
import { conductRules } from "../../conduct/conduct-rules.ts";
import { patternRules } from "../../conduct/pattern-rules.ts";
import { ladderRules } from "../../ladder/ladder-rules.ts";
import { conductPractice, firstConductMeasure } from "../conduct-practice.ts";
import type { ConductRules } from "../pack.ts";

const { scale, blocked, refused, ladder, closingDays, appeal } = firstConductMeasure;

/** What the acceptable-use page says about conduct beyond the storefront's own sentences. */
export const conductClauses = [
  interpreted(
    "MMI-i20",
    "ruling",
    "What counts as abuse",
    "The terms forbid abuse of the service and do not say what it is. We read it as fraud and the spreading of malicious software.",
  ),
  conductPractice.judged("MMI-a50"),
  conductPractice.strikes("MMI-a51", scale),
  conductPractice.repeated("MMI-a52", blocked),
  conductPractice.refused("MMI-a53", refused),
  conductPractice.mild("MMI-a57", ladder),
  conductPractice.suspension("MMI-a58", ladder),
  conductPractice.lastRungs("MMI-a59", ladder),
  conductPractice.addUp("MMI-a77", ladder),
  conductPractice.rests("MMI-a76"),
];

/** What the terms page says about being told and about closed accounts. */
export const closingClauses = [
  conductPractice.told("MMI-a54"),
  conductPractice.closing("MMI-a55", closingDays),
  conductPractice.left("MMI-a56"),
  conductPractice.appealing("MMI-a75", appeal),
];

export const conduct: ConductRules = {
  conduct: conductRules({
    proof: "MMI-a50",
    scale: "MMI-a51",
    scaleOf: scale,
    prohibitions: [
      { clause: "MMI-4.3", kinds: ["evasion"], brings: "ordinary" },
      { clause: "MMI-4.4", kinds: ["reverse-engineering"], brings: "ordinary" },
      { clause: "MMI-4.4", readWith: ["MMI-i20"], kinds: ["fraud", "malware"], brings: "grave" },
      { clause: "MMI-4.5", kinds: ["resale"], brings: "ordinary" },
      { clause: "MMI-a52", kinds: ["repeated-breaches"], brings: "ladder" },
      { clause: "LAW-REPEAT", kinds: ["repeat-infringement"], brings: "ladder" },
      { clause: "MMI-a77", kinds: ["strikes"], brings: "ladder" },
    ],
  }),
  pattern: patternRules({
    proof: "MMI-a50",
    blocked: { clause: "MMI-a52", ...blocked },
    refused: { clause: "MMI-a53", ...refused },
    strikes: { clause: "MMI-a77", weight: ladder.limit.weight },
  }),
  ladder: ladderRules({
    ...ladder,
    clauses: {
      proof: "MMI-a50",
      mild: "MMI-a57",
      suspension: { clause: "MMI-10.1", readWith: ["MMI-a58"] },
      longSuspension: { clause: "MMI-10.1", readWith: ["MMI-a59"] },
      termination: { clause: "MMI-10.1", readWith: ["MMI-a59"] },
      infringers: { clause: "LAW-REPEAT", readWith: ["MMI-10.1"] },
    },
  }),
  appeal: appealRules("MMI-a75", appeal),
  reconsideration: reconsiderationRules("MMI-a76"),
  suspensionNotice: suspensionNoticeRules({ telling: "MMI-a54" }),
  termination: terminationRules({
    notice: { clause: "MMI-a55", readWith: ["MMI-10.1"], days: closingDays },
    atOnce: { clause: "MMI-a55", readWith: ["MMI-10.1"] },
  }),
  forfeiture: forfeitureRules({ left: "MMI-a56" }),
};
