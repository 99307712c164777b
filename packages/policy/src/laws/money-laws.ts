import type { CancellationFacts, CancellationVerdict } from "../cancellations/facts.ts";
import type { CreditExpiryFacts, CreditExpiryVerdict, GraceFacts, GraceVerdict } from "../credit-expiry/facts.ts";
import type { PriceChangeFacts, PriceChangeVerdict } from "../price-changes/facts.ts";
import type { Law } from "./law.ts";

export const cancellationLaws: readonly Law<CancellationFacts, CancellationVerdict>[] = [
  {
    says: "a renewal after the cancellation goes back, and no other does",
    holds: ({ renewedSince }, { payBackRenewal }) => payBackRenewal === renewedSince,
  },
  {
    says: "cancelling twice changes nothing, and withdrawing from what is over does not either",
    holds: ({ channel, state, renewedSince }, { ends }) =>
      (ends === "as-before") ===
      (!renewedSince && ((state === "cancelling" && channel !== "withdrawal") || state === "ended")),
  },
  {
    says: "the way a cancellation comes makes no difference, and only a withdrawal ends a paid period",
    holds: (facts, verdict, judge) =>
      facts.channel === "withdrawal"
        ? verdict.ends !== "with-period"
        : verdict.ends !== "at-once" && judge({ ...facts, channel: "mail" }).ends === verdict.ends,
  },
];

export const priceChangeLaws: readonly Law<PriceChangeFacts, PriceChangeVerdict>[] = [
  {
    says: "a subscriber hears by mail, days before; who buys sees the price before paying",
    holds: ({ customer }, { by, days }) =>
      customer === "subscriber" ? by === "mail" && days > 0 : by === "on-site" && days === 0,
  },
];

export const creditExpiryLaws: readonly Law<CreditExpiryFacts, CreditExpiryVerdict>[] = [
  {
    says: "credits end as it was said when they came, and otherwise never",
    holds: ({ source, hasTerm }, { ends }) =>
      ends === (source === "subscription" ? "with-plan" : hasTerm ? "with-term" : "never"),
  },
];

export const graceLaws: readonly Law<GraceFacts, GraceVerdict>[] = [
  {
    says: "credits that come back through no act of the member's can still be used, and an own act gains no days",
    holds: ({ cause }, { days }) => (cause === "cancelled-by-member" || cause === "dispute-won") === (days === 0),
  },
];
