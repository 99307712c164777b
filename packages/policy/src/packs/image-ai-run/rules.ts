import { admissionRules } from "../../admission/admission-rules.ts";
import { onAdmission } from "../../admission/facts.ts";
import { onRetention, retentionFamily } from "../../retention/facts.ts";
import { preservedRule } from "../../retention/preservation-rule.ts";
import { lapseRules, reviewRules } from "../../reviews/review-rules.ts";
import { type RuleBook, ruleBook } from "../../rule.ts";
import { type SanctionTerms, sanctionRules } from "../../sanctions/sanction-rules.ts";
import { type Prohibition, promptRules } from "../../screening/prompt-rules.ts";
import {
  blockReasons,
  failureReasons,
  onSettlement,
  ownDoing,
  type SettlementFacts,
  type SettlementVerdict,
  settlementFamily,
} from "../../settlement/facts.ts";
import { termsAcceptanceRules, termsNoticeRules } from "../../terms-acceptance/terms-acceptance-rules.ts";
import type { PackRules } from "../pack.ts";
import { strikes } from "./acceptable-use.ts";
import { billing } from "./billing.ts";
import { conduct } from "./conduct.ts";
import { requests } from "./requests.ts";

const { all, is, not } = onSettlement;

const prohibitions: readonly Prohibition[] = [
  { clause: "IAI-3.1", categories: ["child-safety"] },
  { clause: "IAI-3.2", categories: ["sexual"] },
  { clause: "IAI-3.3", categories: ["deepfake", "intimate-imagery"] },
  { clause: "IAI-3.4", categories: ["hate"] },
  { clause: "IAI-3.5", categories: ["violence", "illegal", "infringement"] },
];

const nothingCame = is("outputs", "none");
const notReturned = "Credits used on a prompt or upload that is proven to break the rules are not returned.";

/** IAI-4.3 refunds every block; IAI-8.5 and IAI-i1 are its exceptions, for the member's own prompt or upload only. */
const settlement: RuleBook<SettlementFacts, SettlementVerdict> = ruleBook(settlementFamily, [
  {
    clause: "IAI-6.1",
    name: "delivered",
    when: not(nothingCame),
    gives: { credits: "capture", share: "delivered" },
    says: "Each picture that is delivered uses its credits.",
  },
  {
    clause: "IAI-4.3",
    name: "blocked",
    readWith: ["IAI-i1"],
    when: all(nothingCame, is("reason", "prompt-blocked", "upload-blocked", "upstream-refused-prompt")),
    gives: { credits: "release" },
    says: "A blocked request gives its credits back unless a breach is proven.",
  },
  {
    clause: "IAI-4.3",
    name: "output-refused",
    readWith: ["IAI-4.2", "IAI-i1"],
    when: all(nothingCame, is("reason", "output-refused")),
    gives: { credits: "release" },
    says: "A picture that the safety check refuses gives its credits back, since the check speaks of the picture and not of you.",
  },
  {
    clause: "IAI-4.3",
    name: "partly-blocked",
    when: all(is("outputs", "some"), is("reason", ...blockReasons)),
    gives: { credits: "capture", share: "delivered" },
    says: "The pictures that were blocked give their credits back.",
  },
  {
    clause: "IAI-8.5",
    name: "breach-established",
    readWith: ["IAI-i1"],
    overrides: ["IAI-4.3/blocked", "IAI-4.3/partly-blocked", "IAI-6.1/delivered"],
    when: all(is("standing", "established"), is("reason", ...ownDoing)),
    gives: { credits: "capture", share: "requested" },
    says: notReturned,
  },
  {
    clause: "IAI-i1",
    name: "breach-suspected",
    overrides: ["IAI-4.3/blocked"],
    when: all(nothingCame, is("standing", "suspected"), is("reason", ...ownDoing)),
    gives: { credits: "review", days: 3 },
    says: "One sure check alone keeps the credits until a person has looked.",
  },
  {
    clause: "IAI-8.2",
    name: "failed",
    when: all(nothingCame, is("reason", ...failureReasons)),
    gives: { credits: "release" },
    says: "A request that fails for a technical reason gives its credits back.",
  },
  {
    clause: "IAI-a4",
    name: "cancelled",
    when: all(nothingCame, is("reason", "cancelled-by-member")),
    gives: { credits: "release" },
    says: "A request cancelled before there is a picture gives its credits back.",
  },
]);

export const sanctionTerms: SanctionTerms = {
  noBlame: "IAI-i1",
  proof: "IAI-i1",
  scale: "IAI-a3",
  prohibitions,
  strikes,
};

export const rules: PackRules = {
  admission: admissionRules({
    account: "IAI-2.2",
    age: {
      clause: "IAI-2.1",
      readWith: ["LAW-AGE"],
      oldEnough: onAdmission.all(onAdmission.atLeast("age", 13), onAdmission.atLeast("age", "consentAge")),
      says: "Members are at least 13, or as old as their country asks for agreeing alone, whichever is more.",
    },
    suspension: "IAI-11.1",
    acceptance: { clause: "IAI-1.1", readWith: ["IAI-a1"] },
    confirmedAddress: "IAI-a2",
  }),
  prompt: promptRules({ screening: "IAI-4.1", proof: "IAI-i1", prohibitions }),
  settlement,
  sanction: sanctionRules(sanctionTerms),
  review: reviewRules({
    confirmedCredits: { clause: "IAI-8.5", readWith: ["IAI-i1"], credits: "capture", says: notReturned },
    proof: { clause: "IAI-i1" },
    undone: { clause: "IAI-i1", readWith: ["LAW-APPEAL"] },
  }),
  lapse: lapseRules("IAI-i1"),
  retention: ruleBook(retentionFamily, [
    {
      clause: "IAI-P1.1",
      name: "history",
      readWith: ["IAI-a6"],
      when: onRetention.is("subject", "prompt", "upload", "artifact", "history-entry"),
      gives: { stays: "forMember" },
      says: "Prompts, references and pictures are kept for your history, for support and against abuse.",
    },
    {
      clause: "IAI-a6",
      name: "records",
      when: onRetention.is("subject", "call-record"),
      gives: { stays: "forMember" },
      says: "Records of calls stay as long as the account.",
    },
    preservedRule(["IAI-P1.1/history", "IAI-a6/records"]),
  ]),
  termsAcceptance: termsAcceptanceRules({
    agreed: "IAI-1.1",
    joining: "IAI-a1",
    notice: "IAI-a30",
    changes: ["IAI-13.3"],
    accepted: "ask",
  }),
  termsNotice: termsNoticeRules({ notice: "IAI-a30", changes: ["IAI-13.3"] }),
  ...billing,
  ...requests,
  ...conduct,
};
