import { admissionRules } from "../../admission/admission-rules.ts";
import { onAdmission } from "../../admission/facts.ts";
import { cancellationRules } from "../../cancellations/cancellation-rules.ts";
import { creditExpiryRules, graceRules } from "../../credit-expiry/credit-expiry-rules.ts";
import { dataRequestRules } from "../../data-requests/data-request-rules.ts";
import { uncappedLiability } from "../../liability/liability-rules.ts";
import { orderRefundRules } from "../../order-refunds/order-refund-rules.ts";
import { creditsFinal } from "../../order-refunds/own-refund-rules.ts";
import { priceChangeRules } from "../../price-changes/price-change-rules.ts";
import { onRetention, retentionFamily } from "../../retention/facts.ts";
import { preservedRule } from "../../retention/preservation-rule.ts";
import { lapseRules, reviewRules } from "../../reviews/review-rules.ts";
import { ruleBook } from "../../rule.ts";
import { sanctionRules } from "../../sanctions/sanction-rules.ts";
import { type Prohibition, promptRules } from "../../screening/prompt-rules.ts";
import { onSettlement, settlementFamily } from "../../settlement/facts.ts";
import { supportTarget } from "../../support/support-rules.ts";
import { counterNoticeRules } from "../../takedowns/counter-rules.ts";
import { takedownNoticeRules } from "../../takedowns/notice-rules.ts";
import { termsAcceptanceRules, termsNoticeRules } from "../../terms-acceptance/terms-acceptance-rules.ts";
import type { BillingRules, PackRules, RequestRules } from "../pack.ts";
import { noticeDays } from "../practice.ts";
import { ordinaryStrikes } from "./ordinary-clauses.ts";
import { ordinaryConduct } from "./ordinary-conduct.ts";
import type { OrdinaryIds } from "./topics.ts";

/** The books that ordinary practice fills. A new question is a line here, and every storefront that took these over has it. */
export function ordinaryRules(ids: OrdinaryIds): PackRules {
  const prohibitions: readonly Prohibition[] = [
    { clause: ids.rights, categories: ["infringement"] },
    {
      clause: ids.content,
      categories: ["child-safety", "intimate-imagery", "sexual", "deepfake", "hate", "violence", "illegal"],
    },
  ];
  const { doubt: noBlame, proof, strikes: scale } = ids;
  return {
    admission: admissionRules({ ...admissionTerms(ids), age: lawfulAge }),
    prompt: promptRules({ screening: noBlame, proof, prohibitions }),
    settlement: settlementOf(ids),
    sanction: sanctionRules({ noBlame, proof, scale, prohibitions, strikes: ordinaryStrikes }),
    review: reviewRules({
      confirmedCredits: { clause: ids.noResult, readWith: [proof], credits: "release", says: noResultNoCost },
      proof: { clause: proof },
      undone: { clause: ids.undone, readWith: ["LAW-APPEAL"] },
    }),
    lapse: lapseRules(proof),
    retention: retentionOf(ids),
    termsAcceptance: termsAcceptanceRules({
      agreed: ids.agreement,
      joining: ids.joining,
      notice: ids.newTerms,
      changes: [],
      accepted: "ask",
    }),
    termsNotice: termsNoticeRules({ notice: ids.newTerms, changes: [] }),
    ...ordinaryConduct(ids),
    ...billingOf(ids),
    ...requestsOf(ids),
  };
}

/** What admission asks besides the age; a storefront with an age of its own gives it beside these. */
export function admissionTerms(ids: OrdinaryIds) {
  return {
    account: ids.account,
    suspension: ids.suspension,
    acceptance: { clause: ids.agreement, readWith: [ids.joining] },
    confirmedAddress: ids.confirmedAddress,
  };
}

const lawfulAge = {
  clause: "LAW-AGE",
  oldEnough: onAdmission.atLeast("age", "consentAge"),
  says: "The law of your country sets the age at which you may agree to an online service alone.",
};

const noResultNoCost = "No result means that no credits were used.";

function settlementOf(ids: OrdinaryIds): PackRules["settlement"] {
  const nothingCame = onSettlement.is("outputs", "none");
  return ruleBook(settlementFamily, [
    {
      clause: ids.spent,
      name: "delivered",
      when: onSettlement.not(nothingCame),
      gives: { credits: "capture", share: "delivered" },
      says: "Each result that is delivered uses its credits.",
    },
    { clause: ids.noResult, name: "no-result", when: nothingCame, gives: { credits: "release" }, says: noResultNoCost },
  ]);
}

function retentionOf(ids: OrdinaryIds): PackRules["retention"] {
  return ruleBook(retentionFamily, [
    {
      clause: ids.stored,
      name: "stored",
      when: onRetention.always,
      gives: { stays: "forMember" },
      says: "What is stored for you stays until you delete it or your account ends.",
    },
    preservedRule([`${ids.stored}/stored`]),
  ]);
}

function billingOf(ids: OrdinaryIds): BillingRules {
  const { takesBack, paidOnce: once, bankWarning: warning, noWayBack } = ids;
  return {
    orderRefund: orderRefundRules({
      own: creditsFinal(
        {
          clause: ids.final,
          says: "Bought credits are not exchanged back into money, except where the law gives that right.",
        },
        takesBack,
      ),
      takesBack,
      once,
      warning,
      noWayBack,
      beside: { billing: [], rights: [] },
    }),
    cancellation: cancellationRules({ cancel: ids.cancelling, ways: [], effect: [] }),
    priceChange: priceChangeRules({
      shown: ids.shownPrice,
      subscribers: { clause: ids.priceNotice, days: noticeDays },
    }),
    creditExpiry: creditExpiryRules({ packs: ids.packs, plans: ids.plans, given: ids.given }),
    grace: graceRules(ids.grace),
  };
}

function requestsOf(ids: OrdinaryIds): RequestRules {
  return {
    takedownNotice: takedownNoticeRules({ practice: ids.notices, own: [] }),
    counterNotice: counterNoticeRules(ids.notices),
    dataRequest: dataRequestRules({ own: [ids.dataRights], closing: [ids.dataRights] }),
    supportDeadline: supportTarget(ids.support),
    liabilityCap: uncappedLiability(ids.liability),
  };
}
