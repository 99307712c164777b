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
    "IAI-i20",
    "ruling",
    "Fraud and attacks on security",
    "The terms name fraud and dangers to security where they speak of closing accounts without notice, and forbid them nowhere. We take them to mean this: fraud, malicious software, and getting around limits or security controls break the terms.",
  ),
  conductPractice.judged("IAI-a50"),
  conductPractice.strikes("IAI-a51", scale),
  conductPractice.repeated("IAI-a52", blocked),
  conductPractice.refused("IAI-a53", refused),
  conductPractice.mild("IAI-a57", ladder),
  conductPractice.suspension("IAI-a58", ladder),
  conductPractice.lastRungs("IAI-a59", ladder),
  conductPractice.addUp("IAI-a77", ladder),
  conductPractice.rests("IAI-a76"),
];

/** What the terms page says about being told and about closed accounts. */
export const closingClauses = [
  conductPractice.told("IAI-a54"),
  conductPractice.closing("IAI-a55", closingDays),
  conductPractice.left("IAI-a56"),
  conductPractice.appealing("IAI-a75", appeal),
];

export const conduct: ConductRules = {
  conduct: conductRules({
    proof: "IAI-a50",
    scale: "IAI-a51",
    scaleOf: scale,
    prohibitions: [
      { clause: "IAI-2.3", kinds: ["false-details"], brings: "ordinary" },
      { clause: "IAI-5.3", kinds: ["upstream-policy"], brings: "ordinary" },
      { clause: "IAI-i20", kinds: ["evasion"], brings: "ordinary" },
      { clause: "IAI-i20", readWith: ["IAI-11.2"], kinds: ["fraud", "malware"], brings: "grave" },
      { clause: "IAI-4.4", readWith: ["IAI-a52"], kinds: ["repeated-breaches"], brings: "ladder" },
      { clause: "IAI-12.2", readWith: ["LAW-REPEAT"], kinds: ["repeat-infringement"], brings: "ladder" },
      { clause: "IAI-a77", kinds: ["strikes"], brings: "ladder" },
    ],
  }),
  pattern: patternRules({
    proof: "IAI-a50",
    blocked: { clause: "IAI-4.4", readWith: ["IAI-a52"], ...blocked },
    refused: { clause: "IAI-a53", ...refused },
    strikes: { clause: "IAI-a77", weight: ladder.limit.weight },
  }),
  ladder: ladderRules({
    ...ladder,
    clauses: {
      proof: "IAI-a50",
      mild: "IAI-a57",
      suspension: { clause: "IAI-11.1", readWith: ["IAI-a58"] },
      longSuspension: { clause: "IAI-11.1", readWith: ["IAI-3.6", "IAI-a59"] },
      termination: { clause: "IAI-11.1", readWith: ["IAI-3.6", "IAI-a59"] },
      infringers: { clause: "IAI-12.2", readWith: ["LAW-REPEAT"] },
    },
  }),
  appeal: appealRules("IAI-a75", appeal),
  reconsideration: reconsiderationRules("IAI-a76"),
  suspensionNotice: suspensionNoticeRules({ telling: "IAI-a54", suspension: "IAI-4.4" }),
  termination: terminationRules({
    notice: { clause: "IAI-11.2", readWith: ["IAI-a55"], days: closingDays },
    atOnce: { clause: "IAI-11.2", readWith: ["IAI-a55"] },
  }),
  forfeiture: forfeitureRules({ left: "IAI-a56", forfeits: { clause: "IAI-8.6", readWith: ["IAI-3.6"] } }),
};
