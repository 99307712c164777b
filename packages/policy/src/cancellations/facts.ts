import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const cancellationChannels = ["billing-page", "mail", "account-closed", "withdrawal", "payment-lost"] as const;
export type CancellationChannel = (typeof cancellationChannels)[number];

export const subscriptionStates = ["active", "past-due", "paused", "cancelling", "ended"] as const;
/** `past-due`: a renewal failed. `paused`: it renews again later. `cancelling`: cancelled, and its paid period runs. */
export type SubscriptionState = (typeof subscriptionStates)[number];

export type CancellationFacts = {
  readonly channel: CancellationChannel;
  readonly state: SubscriptionState;
  /** Whether a renewal was paid after the cancellation had been received. */
  readonly renewedSince: boolean;
};

/**
 * When it ends, and whether renewals that slipped in go back. `at-once`: its period is given back, so none is left to run.
 * `as-before`: it had been cancelled already.
 */
export type CancellationVerdict = {
  readonly ends: "with-period" | "at-once" | "as-before";
  readonly payBackRenewal: boolean;
  readonly confirmBy: "mail";
};

export const onCancellation = conditionsOn<CancellationFacts>();

export const channelWords = {
  "billing-page": "the member cancelled on the billing page",
  mail: "the member cancelled by mail",
  "account-closed": "we closed the member's account",
  withdrawal: "the member withdrew from it",
  "payment-lost": "the payer's bank took the payment of a period back",
} as const satisfies Record<CancellationChannel, string>;

export const stateWords = {
  active: "the subscription runs",
  "past-due": "its last renewal failed",
  paused: "the subscription is paused",
  cancelling: "it had been cancelled before",
  ended: "it has ended",
} as const satisfies Record<SubscriptionState, string>;

export const cancellationFamily: Family<CancellationFacts> = {
  name: "cancellation",
  question: "cancellation",
  points: () =>
    cancellationChannels.flatMap((channel) =>
      subscriptionStates.flatMap((state) => [true, false].map((renewedSince) => ({ channel, state, renewedSince }))),
    ),
  tell: ({ channel, state, renewedSince }) => [
    channelWords[channel],
    stateWords[state],
    renewedSince ? "it was renewed after that" : "it was not renewed after that",
  ],
};
