import { admissionRules } from "../../admission/admission-rules.ts";
import { onAdmission } from "../../admission/facts.ts";
import { onRetention, retentionFamily } from "../../retention/facts.ts";
import { preservedRule } from "../../retention/preservation-rule.ts";
import { lapseRules, reviewRules } from "../../reviews/review-rules.ts";
import { ruleBook } from "../../rule.ts";
import { type SanctionTerms, sanctionRules } from "../../sanctions/sanction-rules.ts";
import { type Prohibition, promptRules } from "../../screening/prompt-rules.ts";
import { blockReasons, onSettlement, settlementFamily } from "../../settlement/facts.ts";
import { termsAcceptanceRules, termsNoticeRules } from "../../terms-acceptance/terms-acceptance-rules.ts";
import type { PackRules } from "../pack.ts";
import { billing } from "./billing.ts";
import { conduct } from "./conduct.ts";
import { requests } from "./requests.ts";
import { strikes } from "./terms.ts";

const { all, is, not } = onSettlement;

const prohibitions: readonly Prohibition[] = [
  { clause: "API-4.1", categories: ["infringement"] },
  { clause: "API-4.2", categories: ["illegal"] },
  { clause: "API-4.3", categories: ["child-safety"] },
  { clause: "API-4.4", categories: ["deepfake", "intimate-imagery"] },
  { clause: "API-4.5", categories: ["hate"] },
  { clause: "API-4.7", categories: ["sexual", "violence"] },
];

const didNotSucceed = "A call that was blocked or refused did not succeed, and only success is charged.";

export const sanctionTerms: SanctionTerms = {
  noBlame: "API-a3",
  proof: "API-a5",
  scale: "API-a4",
  prohibitions,
  strikes,
};

export const rules: PackRules = {
  admission: admissionRules({
    account: "API-1.3",
    age: {
      clause: "API-1.2",
      readWith: ["LAW-AGE"],
      oldEnough: onAdmission.atLeast("age", 18),
      says: "The service is for people of 18 years and over.",
    },
    suspension: "API-2.2",
    acceptance: { clause: "API-1.1", readWith: ["API-a1"] },
    confirmedAddress: "API-a2",
  }),
  prompt: promptRules({ screening: "API-a3", proof: "API-a5", prohibitions }),
  settlement: ruleBook(settlementFamily, [
    {
      clause: "API-3.1",
      name: "success",
      when: not(is("outputs", "none")),
      gives: { credits: "capture", share: "delivered" },
      says: "Results that were delivered are charged, and only those.",
    },
    {
      clause: "API-3.1",
      name: "no-success",
      when: all(is("outputs", "none"), not(is("reason", ...blockReasons))),
      gives: { credits: "release" },
      says: "A call that does not succeed is not charged.",
    },
    {
      clause: "API-i1",
      name: "blocked",
      readWith: ["API-3.1"],
      when: all(is("outputs", "none"), is("reason", ...blockReasons)),
      gives: { credits: "release" },
      says: didNotSucceed,
    },
  ]),
  sanction: sanctionRules(sanctionTerms),
  review: reviewRules({
    confirmedCredits: { clause: "API-i1", readWith: ["API-3.1", "API-a5"], credits: "release", says: didNotSucceed },
    proof: { clause: "API-a5" },
    undone: { clause: "API-a6", readWith: ["LAW-APPEAL"] },
  }),
  lapse: lapseRules("API-a5"),
  retention: ruleBook(retentionFamily, [
    {
      clause: "API-P2.1",
      name: "results",
      when: onRetention.is("subject", "artifact"),
      gives: { stays: "forMember" },
      says: "Results are copied to our own storage and kept for you there.",
    },
    {
      clause: "API-P2.2",
      name: "uploads",
      readWith: ["API-a7"],
      when: onRetention.is("subject", "upload"),
      gives: { stays: "forDays", days: 3 },
      says: "Uploaded files are temporary.",
    },
    {
      clause: "API-P2.3",
      name: "calls",
      when: onRetention.is("subject", "call-record"),
      gives: { stays: "forMember" },
      says: "Records of calls are kept to find faults and reconcile bills.",
    },
    {
      clause: "API-a8",
      name: "history",
      when: onRetention.is("subject", "prompt", "history-entry"),
      gives: { stays: "forMember" },
      says: "Prompts and the list of calls stay beside their results.",
    },
    preservedRule(["API-P2.1/results", "API-P2.2/uploads", "API-P2.3/calls", "API-a8/history"]),
  ]),
  termsAcceptance: termsAcceptanceRules({
    agreed: "API-1.1",
    joining: "API-a1",
    notice: "API-a30",
    changes: ["API-5.1"],
    accepted: "ask",
  }),
  termsNotice: termsNoticeRules({ notice: "API-a30", changes: ["API-5.1"] }),
  ...billing,
  ...requests,
  ...conduct,
};
