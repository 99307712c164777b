import { appealRules, reconsiderationRules } from "../../appeals/appeal-rules.ts";
import { assumed, interpreted } from "../../clause.ts";
import { forfeitureRules, suspensionNoticeRules, terminationRules } from "../../closing/closing-rules.ts";
import { conductRules } from "../../conduct/conduct-rules.ts";
import { patternRules } from "../../conduct/pattern-rules.ts";
import { ladderRules } from "../../ladder/ladder-rules.ts";
import { conductPractice, firstConductMeasure } from "../conduct-practice.ts";
import type { ConductRules } from "../pack.ts";

const { scale, blocked, refused, ladder, closingDays, appeal } = firstConductMeasure;
/** As long as a check of what is suspected should take at most. */
const suspicionDays = 14;

/** What the acceptable-use page says about conduct beyond the storefront's own sentences. */
export const conductClauses = [
  assumed(
    "API-a62",
    "ruling",
    "No way around limits",
    "Limits on requests, a suspension and the controls that keep the service safe may not be circumvented, with further accounts or keys either.",
  ),
  conductPractice.judged("API-a50"),
  conductPractice.strikes("API-a51", scale),
  conductPractice.repeated("API-a52", blocked),
  conductPractice.refused("API-a53", refused),
  conductPractice.mild("API-a57", ladder),
  conductPractice.suspension("API-a58", ladder),
  conductPractice.lastRungs("API-a59", ladder),
  conductPractice.addUp("API-a77", ladder),
  conductPractice.rests("API-a76"),
];

/** What the terms page says about suspicion, about being told and about closed accounts. */
export const closingClauses = [
  interpreted(
    "API-i20",
    "ruling",
    "What a good reason to suspect is",
    `The terms let an account be suspended where there is good reason to suspect abuse, fraud or a danger to security. We take that to mean this: a person has looked and finds such a reason for fraud or malicious software. The suspension lasts ${suspicionDays} days at most, and no strike comes with it.`,
  ),
  conductPractice.told("API-a54"),
  conductPractice.closing("API-a55", closingDays),
  conductPractice.left("API-a56"),
  conductPractice.appealing("API-a75", appeal),
];

export const conduct: ConductRules = {
  conduct: conductRules({
    proof: "API-a50",
    scale: "API-a51",
    scaleOf: scale,
    prohibitions: [
      { clause: "API-a62", kinds: ["evasion"], brings: "ordinary" },
      { clause: "API-2.1", kinds: ["shared-key"], brings: "ordinary" },
      { clause: "API-2.1", kinds: ["leaked-key"], brings: "keys-end" },
      { clause: "API-4.2", kinds: ["fraud", "malware"], brings: "grave" },
      { clause: "API-4.6", kinds: ["safety-circumvention"], brings: "ordinary" },
      { clause: "API-4.7", kinds: ["upstream-policy"], brings: "ordinary" },
      { clause: "API-a52", kinds: ["repeated-breaches"], brings: "ladder" },
      { clause: "LAW-REPEAT", kinds: ["repeat-infringement"], brings: "ladder" },
      { clause: "API-a77", kinds: ["strikes"], brings: "ladder" },
    ],
  }),
  pattern: patternRules({
    proof: "API-a50",
    blocked: { clause: "API-a52", ...blocked },
    refused: { clause: "API-a53", ...refused },
    strikes: { clause: "API-a77", weight: ladder.limit.weight },
  }),
  ladder: ladderRules({
    ...ladder,
    clauses: {
      proof: "API-a50",
      mild: "API-a57",
      suspension: { clause: "API-a58", readWith: ["API-2.2"] },
      longSuspension: { clause: "API-a59", readWith: ["API-2.2"] },
      termination: { clause: "API-a59" },
      infringers: { clause: "LAW-REPEAT" },
    },
    suspicion: { clause: "API-2.2", readWith: ["API-i20"], days: suspicionDays },
  }),
  appeal: appealRules("API-a75", appeal),
  reconsideration: reconsiderationRules("API-a76"),
  suspensionNotice: suspensionNoticeRules({ telling: "API-a54" }),
  termination: terminationRules({
    notice: { clause: "API-a55", days: closingDays },
    atOnce: { clause: "API-a55", readWith: ["API-2.2"] },
  }),
  forfeiture: forfeitureRules({ left: "API-a56" }),
};
