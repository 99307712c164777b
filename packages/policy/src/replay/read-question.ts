import {
  currencies,
  endReasons,
  paymentMethods,
  refundGrounds,
  type Signal,
  storefrontIds,
  violationCategories,
} from "@covenant/domain";
import { strikesLeft } from "../appeals/facts.ts";
import type { AppealQuestion } from "../appeals/rule-on-appeal.ts";
import type { ReconsiderationQuestion } from "../appeals/rule-on-reconsideration.ts";
import { cancellationChannels, subscriptionStates } from "../cancellations/facts.ts";
import type { CancellationQuestion } from "../cancellations/rule-on-cancellation.ts";
import { disputeStates } from "../order-refunds/facts.ts";
import type { OrderRefundQuestion, RefundableOrder } from "../order-refunds/rule-on-order-refund.ts";
import { changedPrices, priceCustomers } from "../price-changes/facts.ts";
import type { PriceChangeQuestion } from "../price-changes/rule-on-price-change.ts";
import { retentionSubjects } from "../retention/facts.ts";
import type { RetentionQuestion } from "../retention/rule-on-retention.ts";
import { creditStates, reviewDecisions } from "../reviews/facts.ts";
import type { LapseQuestion } from "../reviews/rule-on-lapsed-review.ts";
import type { ReviewQuestion } from "../reviews/rule-on-review.ts";
import type { SanctionQuestion } from "../sanctions/rule-on-sanction.ts";
import { type PromptQuestion, screenedThings } from "../screening/rule-on-prompt.ts";
import type { SettlementQuestion } from "../settlement/rule-on-settlement.ts";
import { standings } from "../standing.ts";
import type { TermsAcceptanceQuestion } from "../terms-acceptance/rule-on-terms-acceptance.ts";
import type { TermsNoticeQuestion } from "../terms-acceptance/rule-on-terms-notice.ts";
import { instant, listOf, number, object, oneOf, orElse, orNull, type Reader, text, yesOrNo } from "./reader.ts";

// Made once, and their parts named one by one: made or spread anew for every ruling they cost ten times what is read.
const signalSource = oneOf(["screening", "moderation", "upstream", "imprint"]);
const textIfAny = orElse<string | null | undefined>(orNull(text), undefined);
const orderKind = oneOf(["pack", "subscription-period"]);
const instantOrNone = orElse(orNull(instant), null);
const instantOrNull = orNull(instant);
const numberOrNull = orNull(number);
const yesOrNoOrNo = orElse(yesOrNo, false);
const yesOrNoOrYes = orElse(yesOrNo, true);
const reviewDecisionIfAny = orElse(orNull(oneOf(reviewDecisions)), null);
const yesOrNoIfAny = orElse(orNull(yesOrNo), null);
const strikesLeftIfAny = orElse(orNull(oneOf(strikesLeft)), null);
const channel = oneOf(cancellationChannels);
const changedPrice = oneOf(changedPrices);
const creditState = oneOf(creditStates);
const currency = oneOf(currencies);
const disputeState = oneOf(disputeStates);
const endReason = oneOf(endReasons);
const method = oneOf(paymentMethods);
const customer = oneOf(priceCustomers);
const ground = oneOf(refundGrounds);
const retentionSubject = oneOf(retentionSubjects);
const storefront = oneOf(storefrontIds);
const subscriptionState = oneOf(subscriptionStates);

const category = orNull(oneOf(violationCategories));
const standing = oneOf(standings);

const signal: Reader<Signal> = object((part) => ({
  source: part("source", signalSource),
  category: part("category", category),
  confidence: part("confidence", number),
}));

const signals = listOf(signal);
const screenedThing = orElse(oneOf(screenedThings), "prompt");

export const promptQuestion: Reader<PromptQuestion> = object((part) => ({
  storefront: part("storefront", storefront),
  at: part("at", instant),
  signals: part("signals", signals),
  of: part("of", screenedThing),
}));

export const settlementQuestion: Reader<SettlementQuestion> = object((part) => ({
  storefront: part("storefront", storefront),
  at: part("at", instant),
  reason: part("reason", endReason),
  standing: part("standing", standing),
  category: part("category", category),
  delivered: part("delivered", number),
  requested: part("requested", number),
}));

export const sanctionQuestion: Reader<SanctionQuestion> = object((part) => ({
  storefront: part("storefront", storefront),
  at: part("at", instant),
  category: part("category", category),
  standing: part("standing", standing),
}));

/**
 * What a person decided, whether an appeal was open, or what became of a sanction, by what its facts name; a review that
 * lapsed has nothing of these.
 */
export const appealQuestion: Reader<ReviewQuestion | LapseQuestion | AppealQuestion | ReconsiderationQuestion> = object(
  (part) => {
    const appealed = part("appealed", yesOrNoIfAny);
    if (appealed !== null) return { storefront: part("storefront", storefront), at: part("at", instant), appealed };
    const left = part("left", strikesLeftIfAny);
    if (left !== null) return { storefront: part("storefront", storefront), at: part("at", instant), left };
    const decision = part("decision", reviewDecisionIfAny);
    return decision === null
      ? { storefront: part("storefront", storefront), at: part("at", instant) }
      : {
          storefront: part("storefront", storefront),
          at: part("at", instant),
          decision,
          credits: part("credits", creditState),
        };
  },
);

export const retentionQuestion: Reader<RetentionQuestion> = object((part) => ({
  storefront: part("storefront", storefront),
  at: part("at", instant),
  subject: part("subject", retentionSubject),
  createdAt: part("createdAt", instant),
  firstDownloadConfirmedAt: part("firstDownloadConfirmedAt", instantOrNull),
  preservedAt: part("preservedAt", instantOrNone),
}));

const money = object((part) => ({
  amountMinor: part("amountMinor", number),
  currency: part("currency", currency),
}));

const order: Reader<RefundableOrder> = object((part): RefundableOrder => {
  const kind = part("kind", orderKind);
  const counted = {
    paidAt: part("paidAt", instant),
    paid: part("paid", money),
    method: part("method", method),
    granted: part("granted", number),
    // Nothing was ruled on an order whose credits had not come while this was not asked.
    arrived: part("arrived", yesOrNoOrYes),
    unspent: part("unspent", number),
    held: part("held", number),
    spent: part("spent", number),
    expired: part("expired", number),
    reclaimed: part("reclaimed", number),
    refundedMinor: part("refundedMinor", number),
    goodwill: part("goodwill", number),
  };
  return kind === "pack" ? { kind, ...counted } : { kind, ...counted, subscribedAt: part("subscribedAt", instant) };
});

const consumer: Reader<OrderRefundQuestion["consumer"]> = object((part) => ({
  country: part("country", text),
  isConsumer: part("isConsumer", yesOrNo),
  startConsent: part("startConsent", yesOrNo),
}));

export const orderRefundQuestion: Reader<OrderRefundQuestion> = object((part) => ({
  storefront: part("storefront", storefront),
  at: part("at", instant),
  ground: part("ground", ground),
  order: part("order", order),
  consumer: part("consumer", consumer),
  dispute: part("dispute", disputeState),
  byTransfer: part("byTransfer", yesOrNoOrNo),
  chosen: part("chosen", numberOrNull),
  now: part("now", instant),
}));

const subscription: Reader<CancellationQuestion["subscription"]> = object((part) => ({
  state: part("state", subscriptionState),
  currentPeriodEnd: part("currentPeriodEnd", instant),
  renewedAt: part("renewedAt", instantOrNull),
}));

export const cancellationQuestion: Reader<CancellationQuestion> = object((part) => ({
  storefront: part("storefront", storefront),
  at: part("at", instant),
  subscription: part("subscription", subscription),
  channel: part("channel", channel),
  receivedAt: part("receivedAt", instant),
}));

export const priceChangeQuestion: Reader<PriceChangeQuestion> = object((part) => ({
  storefront: part("storefront", storefront),
  at: part("at", instant),
  customer: part("customer", customer),
  changed: part("changed", changedPrice),
  announcedAt: part("announcedAt", instantOrNull),
  effectiveAt: part("effectiveAt", instant),
  renewsAt: part("renewsAt", instantOrNull),
}));

/** Whether terms hold, which has in its facts what was accepted last; without it, how members hear of the next ones. */
export const termsQuestion: Reader<TermsAcceptanceQuestion | TermsNoticeQuestion> = object((part) => {
  const acceptedTermsVersion = part("acceptedTermsVersion", textIfAny);
  const placed = { storefront: part("storefront", storefront), at: part("at", instant) };
  return acceptedTermsVersion === undefined ? placed : { acceptedTermsVersion, ...placed };
});
