import { categoryLabels } from "@covenant/domain";
import { type AdmissionFacts, membershipWords } from "../admission/facts.ts";
import { type CancellationFacts, channelWords, stateWords } from "../cancellations/facts.ts";
import { type CreditExpiryFacts, causeWords, type GraceFacts, sourceWords } from "../credit-expiry/facts.ts";
import { disputeWords, groundWords, type OrderRefundFacts, withdrawalWords } from "../order-refunds/facts.ts";
import { changedWords, customerWords, type PriceChangeFacts } from "../price-changes/facts.ts";
import { preservationWords, type RetentionFacts, subjectWords } from "../retention/facts.ts";
import { creditWords, decisionWords, type LapseFacts, type ReviewFacts } from "../reviews/facts.ts";
import type { SanctionFacts } from "../sanctions/facts.ts";
import type { PromptFacts } from "../screening/facts.ts";
import { endWords, outputWords, type SettlementFacts } from "../settlement/facts.ts";
import { standingWords } from "../standing.ts";
import {
  acceptedWords,
  changeWords,
  noticeWords,
  type TermsAcceptanceFacts,
  type TermsNoticeFacts,
} from "../terms-acceptance/facts.ts";
import type { FactWords } from "./say-condition.ts";

const categories = {
  profanity: `it is about ${categoryLabels.profanity}`,
  "child-safety": `it is about ${categoryLabels["child-safety"]}`,
  "intimate-imagery": `it is about ${categoryLabels["intimate-imagery"]}`,
  sexual: `it is about ${categoryLabels.sexual}`,
  deepfake: `it is about ${categoryLabels.deepfake}`,
  hate: `it is about ${categoryLabels.hate}`,
  violence: `it is about ${categoryLabels.violence}`,
  illegal: `it is about ${categoryLabels.illegal}`,
  infringement: `it is about ${categoryLabels.infringement}`,
  null: "no category was named",
};

export const admissionFacts: FactWords<AdmissionFacts> = {
  age: "the member's age",
  consentAge: "the age at which their country lets them agree alone",
  suspended: { true: "the account is suspended", false: "the account is not suspended" },
  acceptedInForce: { true: "the terms in force are accepted", false: "the terms in force are not accepted" },
  emailConfirmed: { true: "the address is confirmed", false: "the address is not confirmed" },
  membership: membershipWords,
};

export const promptFacts: FactWords<PromptFacts> = {
  flag: {
    none: "no check found anything",
    profanity: "rude words were found",
    weak: "a check was doubtful",
    strong: "one check alone was sure",
    agreeing: "two independent checks agreed",
  },
  category: categories,
};

export const settlementFacts: FactWords<SettlementFacts> = {
  reason: endWords,
  standing: standingWords,
  outputs: outputWords,
};

export const sanctionFacts: FactWords<SanctionFacts> = { category: categories, standing: standingWords };

export const reviewFacts: FactWords<ReviewFacts> = { decision: decisionWords, credits: creditWords };

export const lapseFacts: FactWords<LapseFacts> = { decided: { false: "nobody had decided in time" } };

export const retentionFacts: FactWords<RetentionFacts> = {
  subject: subjectWords,
  preservation: preservationWords,
};

export const orderRefundFacts: FactWords<OrderRefundFacts> = {
  ground: groundWords,
  dispute: disputeWords,
  payment: { left: "something of the payment is left with us", gone: "nothing of the payment is left with us" },
  unspent: { some: "unspent credits are left", none: "no unspent credits are left" },
  arrived: { true: "the credits came", false: "the credits never came" },
  used: { some: "some credits were used", none: "no credits were used" },
  withdrawal: withdrawalWords,
  startConsent: { true: "the member asked us to start at once", false: "no request to start at once is on record" },
  wayBack: { open: "the way of payment takes money back", closed: "the way of payment takes no money back any more" },
  choice: {
    open: "no person has chosen yet",
    some: "a person chose how much",
    worthless: "a person chose credits worth less than the smallest coin",
    nothing: "a person decided against it",
  },
};

export const cancellationFacts: FactWords<CancellationFacts> = {
  channel: channelWords,
  state: stateWords,
  renewedSince: {
    true: "it was renewed after the cancellation came",
    false: "it was not renewed after the cancellation came",
  },
};

export const priceChangeFacts: FactWords<PriceChangeFacts> = { customer: customerWords, changed: changedWords };

export const creditExpiryFacts: FactWords<CreditExpiryFacts> = {
  source: sourceWords,
  hasTerm: { true: "a number of days came with them", false: "no number of days came with them" },
};

export const graceFacts: FactWords<GraceFacts> = { cause: causeWords };

export const termsAcceptanceFacts: FactWords<TermsAcceptanceFacts> = { accepted: acceptedWords, change: changeWords };

export const termsNoticeFacts: FactWords<TermsNoticeFacts> = { change: noticeWords };
