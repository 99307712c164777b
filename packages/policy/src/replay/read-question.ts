import {
  currencies,
  endReasons,
  paymentMethods,
  refundGrounds,
  type Signal,
  storefrontIds,
  violationCategories,
} from "@covenant/domain";
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
import type { PromptQuestion } from "../screening/rule-on-prompt.ts";
import type { SettlementQuestion } from "../settlement/rule-on-settlement.ts";
import { standings } from "../standing.ts";
import {
  instant,
  listOf,
  number,
  object,
  oneOf,
  orElse,
  orNull,
  type Part,
  type Reader,
  text,
  yesOrNo,
} from "./reader.ts";

const asked = (part: Part) => ({ storefront: part("storefront", oneOf(storefrontIds)), at: part("at", instant) });
const category = orNull(oneOf(violationCategories));
const standing = oneOf(standings);

const signal: Reader<Signal> = object((part) => ({
  source: part("source", oneOf(["screening", "moderation", "upstream"])),
  category: part("category", category),
  confidence: part("confidence", number),
}));

export const promptQuestion: Reader<PromptQuestion> = object((part) => ({
  ...asked(part),
  signals: part("signals", listOf(signal)),
}));

export const settlementQuestion: Reader<SettlementQuestion> = object((part) => ({
  ...asked(part),
  reason: part("reason", oneOf(endReasons)),
  standing: part("standing", standing),
  category: part("category", category),
  delivered: part("delivered", number),
  requested: part("requested", number),
}));

export const sanctionQuestion: Reader<SanctionQuestion> = object((part) => ({
  ...asked(part),
  category: part("category", category),
  standing: part("standing", standing),
}));

/** An appeal a person decided; one that lapsed has no decision in its facts. */
export const appealQuestion: Reader<ReviewQuestion | LapseQuestion> = object((part) => {
  const decision = part("decision", orElse(orNull(oneOf(reviewDecisions)), null));
  return decision === null ? asked(part) : { ...asked(part), decision, credits: part("credits", oneOf(creditStates)) };
});

export const retentionQuestion: Reader<RetentionQuestion> = object((part) => ({
  ...asked(part),
  subject: part("subject", oneOf(retentionSubjects)),
  createdAt: part("createdAt", instant),
  firstDownloadConfirmedAt: part("firstDownloadConfirmedAt", orNull(instant)),
  preservedAt: part("preservedAt", orElse(orNull(instant), null)),
}));

const money = object((part) => ({
  amountMinor: part("amountMinor", number),
  currency: part("currency", oneOf(currencies)),
}));

const order: Reader<RefundableOrder> = object((part): RefundableOrder => {
  const kind = part("kind", oneOf(["pack", "subscription-period"]));
  const counted = {
    paidAt: part("paidAt", instant),
    paid: part("paid", money),
    method: part("method", oneOf(paymentMethods)),
    granted: part("granted", number),
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
  ...asked(part),
  ground: part("ground", oneOf(refundGrounds)),
  order: part("order", order),
  consumer: part("consumer", consumer),
  dispute: part("dispute", oneOf(disputeStates)),
  chosen: part("chosen", orNull(number)),
  now: part("now", instant),
}));

const subscription: Reader<CancellationQuestion["subscription"]> = object((part) => ({
  state: part("state", oneOf(subscriptionStates)),
  currentPeriodEnd: part("currentPeriodEnd", instant),
  renewedAt: part("renewedAt", orNull(instant)),
}));

export const cancellationQuestion: Reader<CancellationQuestion> = object((part) => ({
  ...asked(part),
  subscription: part("subscription", subscription),
  channel: part("channel", oneOf(cancellationChannels)),
  receivedAt: part("receivedAt", instant),
}));

export const priceChangeQuestion: Reader<PriceChangeQuestion> = object((part) => ({
  ...asked(part),
  customer: part("customer", oneOf(priceCustomers)),
  changed: part("changed", oneOf(changedPrices)),
  announcedAt: part("announcedAt", orNull(instant)),
  effectiveAt: part("effectiveAt", instant),
  renewsAt: part("renewsAt", orNull(instant)),
}));
