import type { AdmissionRefusal, AdmissionVerdict } from "../admission/facts.ts";
import type { CancellationVerdict } from "../cancellations/facts.ts";
import type { CreditExpiryVerdict, GraceVerdict } from "../credit-expiry/facts.ts";
import type { OrderRefundVerdict, RefundRefusal } from "../order-refunds/facts.ts";
import type { PriceChangeVerdict } from "../price-changes/facts.ts";
import type { RetentionVerdict } from "../retention/facts.ts";
import type { LapseVerdict, ReviewVerdict } from "../reviews/facts.ts";
import type { SanctionVerdict } from "../sanctions/facts.ts";
import type { PromptVerdict } from "../screening/facts.ts";
import type { SettlementVerdict } from "../settlement/facts.ts";
import type { TermsAcceptanceVerdict, TermsNoticeVerdict } from "../terms-acceptance/facts.ts";

const admissionRefusals = {
  "member/too-young": "too young",
  "member/suspended": "suspended",
  "member/terms-not-accepted": "the terms are not accepted",
  "member/email-not-confirmed": "the address is not confirmed",
  "member/membership-unverified": "the membership is not paid yet",
  "member/membership-inactive": "no active membership",
} as const satisfies Record<AdmissionRefusal, string>;

export function sayAdmission(verdict: AdmissionVerdict): string {
  return verdict.outcome === "admitted" ? "admitted" : `refused: ${admissionRefusals[verdict.refusal]}`;
}

const breaches = {
  none: "no breach",
  weak: "nobody is blamed",
  suspected: "a breach is suspected",
  established: "a breach is proven",
} as const;

export function sayPrompt({ outcome, standing }: PromptVerdict): string {
  return outcome === "clear" ? "it runs" : `stopped; ${breaches[standing]}`;
}

export function saySettlement(verdict: SettlementVerdict): string {
  switch (verdict.credits) {
    case "release":
      return "the credits come back";
    case "review":
      return `the credits wait for a person, ${verdict.days} business days at most`;
    case "capture":
      return verdict.share === "requested"
        ? "the credits of the whole request are spent"
        : "the credits of what was delivered are spent, the others come back";
  }
}

export function saySanction(verdict: SanctionVerdict): string {
  if (verdict.strike === "none") return "no strike";
  const kind = verdict.strike === "pending" ? "a strike that waits for a person" : "a strike";
  return `${kind}, of weight ${verdict.weight}, for ${verdict.expiresAfterDays} days`;
}

const reviewedCredits = {
  capture: "the credits are spent",
  release: "the credits come back",
  "pay-back": "the credits are paid back",
  nothing: "no credits move",
} as const satisfies Record<ReviewVerdict["credits"], string>;

export function sayReview({ credits, strike }: ReviewVerdict): string {
  return `${reviewedCredits[credits]}; the strike ${strike === "count" ? "counts" : "is void"}`;
}

export function sayLapse(verdict: LapseVerdict): string {
  return `${reviewedCredits[verdict.credits]}; the strike goes on waiting`;
}

export function sayRetention(verdict: RetentionVerdict): string {
  switch (verdict.stays) {
    case "forMember":
      return "kept until the member deletes it or the account ends";
    case "forDays":
      return `kept for ${verdict.days} days`;
    case "preserved":
      return `preserved for ${verdict.years} year at least, and then ruled on again`;
    case "forDelivery":
      return `not kept: gone ${verdict.minutesAfterCreation} minutes after it was made or ${verdict.minutesAfterDownload} minutes after the first download, whichever comes first`;
  }
}

const extents = {
  payment: "what is left of the payment",
  unspent: "the price of the unspent credits",
  chosen: "the price of the credits that the person chose",
} as const;

const refundRefusals = {
  "dispute-open": "the bank is looking into it",
  "already-refunded": "it went back before",
  "settled-by-bank": "the bank gave it back",
  arrived: "the credits came",
  "nothing-unspent": "nothing unspent is left",
  "credits-final": "credits are final",
  "window-over": "the 14 days are over",
} as const satisfies Record<RefundRefusal, string>;

export function sayOrderRefund(verdict: OrderRefundVerdict): string {
  switch (verdict.kind) {
    case "refund":
      return `${extents[verdict.of]} goes back`;
    case "goodwill":
      return `credits come instead of money, worth ${extents[verdict.of]}`;
    case "ask-person":
      return "a person decides";
    case "none":
      return `nothing goes back: ${refundRefusals[verdict.why]}`;
  }
}

export function sayCancellation({ ends, payBackRenewal }: CancellationVerdict): string {
  const end = ends === "with-period" ? "it ends with the period that is paid" : "it ends as was said before";
  return `${end}${payBackRenewal ? ", and the renewal is paid back" : ""}; confirmed by mail`;
}

export function sayPriceChange({ by, days }: PriceChangeVerdict): string {
  return by === "on-site" ? "the price shown before paying is the notice" : `told by mail, at least ${days} days ahead`;
}

const ends = {
  never: "they do not expire",
  "with-term": "they expire after that number of days",
  "with-plan": "they expire as the plan says",
} as const satisfies Record<CreditExpiryVerdict["ends"], string>;

export function sayCreditExpiry(verdict: CreditExpiryVerdict): string {
  return ends[verdict.ends];
}

export function sayGrace({ days }: GraceVerdict): string {
  return days === 0 ? "no extra days" : `usable for ${days} more days`;
}

const acceptances = {
  stands: "nothing to accept",
  "by-use": "what is asked for now accepts them",
  ask: "to be accepted before anything is started",
} as const satisfies Record<TermsAcceptanceVerdict["acceptance"], string>;

export function sayTermsAcceptance({ acceptance }: TermsAcceptanceVerdict): string {
  return acceptances[acceptance];
}

export function sayTermsNotice({ by, days }: TermsNoticeVerdict): string {
  return by === "page" ? "posted with its day" : `told by mail and by a banner, ${days} days ahead or more`;
}
