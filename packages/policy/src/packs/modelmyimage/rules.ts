import { admissionRules } from "../../admission/admission-rules.ts";
import { onAdmission } from "../../admission/facts.ts";
import { onRetention, retentionFamily } from "../../retention/facts.ts";
import { preservedRule } from "../../retention/preservation-rule.ts";
import { lapseRules, reviewRules } from "../../reviews/review-rules.ts";
import { ruleBook } from "../../rule.ts";
import { type SanctionTerms, sanctionRules } from "../../sanctions/sanction-rules.ts";
import { type Prohibition, promptRules } from "../../screening/prompt-rules.ts";
import { onSettlement, settlementFamily } from "../../settlement/facts.ts";
import { termsAcceptanceRules, termsNoticeRules } from "../../terms-acceptance/terms-acceptance-rules.ts";
import type { PackRules } from "../pack.ts";
import { billing } from "./billing.ts";
import { conduct } from "./conduct.ts";
import { requests } from "./requests.ts";
import { strikes } from "./terms.ts";

const { is, not } = onSettlement;

const prohibitions: readonly Prohibition[] = [
  { clause: "MMI-4.1", categories: ["infringement"] },
  {
    clause: "MMI-4.2",
    categories: ["child-safety", "intimate-imagery", "sexual", "deepfake", "hate", "violence", "illegal"],
  },
];

const noResultNoCost = "No result means that no credits were used.";

export const sanctionTerms: SanctionTerms = {
  noBlame: "MMI-a3",
  proof: "MMI-a5",
  scale: "MMI-a4",
  prohibitions,
  strikes,
};

export const rules: PackRules = {
  admission: admissionRules({
    account: "MMI-3.1",
    age: {
      clause: "LAW-AGE",
      oldEnough: onAdmission.atLeast("age", "consentAge"),
      says: "The law of your country sets the age at which you may agree to an online service alone.",
    },
    suspension: "MMI-10.1",
    acceptance: { clause: "MMI-1.1", readWith: ["MMI-a1"] },
    confirmedAddress: "MMI-a2",
    membership: { clause: "MMI-i4", readWith: ["MMI-a17"] },
  }),
  prompt: promptRules({ screening: "MMI-a3", proof: "MMI-a5", prohibitions }),
  settlement: ruleBook(settlementFamily, [
    {
      clause: "MMI-3.2",
      name: "delivered",
      when: not(is("outputs", "none")),
      gives: { credits: "capture", share: "delivered" },
      says: "Each result that is delivered uses the credits of its tier.",
    },
    {
      clause: "MMI-i1",
      name: "no-result",
      when: is("outputs", "none"),
      gives: { credits: "release" },
      says: noResultNoCost,
    },
  ]),
  sanction: sanctionRules(sanctionTerms),
  review: reviewRules({
    confirmedCredits: { clause: "MMI-i1", readWith: ["MMI-a5"], credits: "release", says: noResultNoCost },
    proof: { clause: "MMI-a5" },
    undone: { clause: "MMI-a6", readWith: ["LAW-APPEAL"] },
  }),
  lapse: lapseRules("MMI-a5"),
  retention: ruleBook(retentionFamily, [
    {
      clause: "MMI-6.1",
      name: "files",
      readWith: ["MMI-a7", "MMI-i2"],
      when: onRetention.is("subject", "artifact", "upload", "prompt"),
      gives: { stays: "forDelivery", minutesAfterCreation: 60, minutesAfterDownload: 10 },
      says: "Files and prompts are here only to be handed over.",
    },
    {
      clause: "MMI-i2",
      name: "history",
      readWith: ["MMI-6.1"],
      when: onRetention.is("subject", "history-entry"),
      gives: { stays: "forDays", days: 60 },
      says: "The history lists what you made without any files.",
    },
    {
      clause: "MMI-6.2",
      name: "records",
      when: onRetention.is("subject", "call-record"),
      gives: { stays: "forMember" },
      says: "Records for the account, billing and security may stay.",
    },
    preservedRule(["MMI-6.1/files", "MMI-i2/history", "MMI-6.2/records"]),
  ]),
  termsAcceptance: termsAcceptanceRules({
    agreed: "MMI-1.1",
    joining: "MMI-a1",
    notice: "MMI-a30",
    changes: ["MMI-11.1", "MMI-P9.1"],
    accepted: "by-use",
  }),
  termsNotice: termsNoticeRules({ notice: "MMI-a30", changes: ["MMI-11.1", "MMI-P9.1"] }),
  ...billing,
  ...requests,
  ...conduct,
};
