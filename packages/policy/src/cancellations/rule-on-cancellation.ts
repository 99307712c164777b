import type { StorefrontId } from "@covenant/domain";
import { type Asks, deciding, instant, orNone, parts, placed } from "../asks.ts";
import { civilDateIn, spellDate } from "../civil-date.ts";
import { decide } from "../decide.ts";
import type { MemberWords } from "../explain.ts";
import { type Ruling, writeRuling } from "../ruling.ts";
import { rulingOn } from "../ruling-on.ts";
import {
  type CancellationChannel,
  type CancellationVerdict,
  cancellationFamily,
  type SubscriptionState,
} from "./facts.ts";

export type CancellationQuestion = {
  readonly storefront: StorefrontId;
  /** When the member cancelled: the terms of that day rule. */
  readonly at: Date;
  readonly subscription: {
    readonly state: SubscriptionState;
    /** The end of the last paid period that had begun when the cancellation was received. */
    readonly currentPeriodEnd: Date;
    /** When the latest renewal was paid; null before the first. */
    readonly renewedAt: Date | null;
  };
  readonly channel: CancellationChannel;
  /** Of a mail its arrival, however late it is read. */
  readonly receivedAt: Date;
};

export type CancellationOutcome = {
  /** With the paid period, or at once where none is running or it is given back. */
  readonly effectiveAt: Date;
  /** Credits of the periods that stay paid: they end by the rule on credit expiry and not with the subscription. */
  readonly creditsUsable: "until-plan-expiry";
  readonly confirmBy: "mail";
  /** Every renewal paid after the receipt goes back, as a refund on the ground of `late-renewal`. */
  readonly payBackRenewal: boolean;
  /** False: it had been cancelled before, and nothing changes. */
  readonly changes: boolean;
};

const asks: Asks<CancellationQuestion> = {
  ...placed("when it was cancelled"),
  subscription: deciding(
    parts<CancellationQuestion["subscription"]>("which subscription", {
      state: "where the subscription stands",
      currentPeriodEnd: instant("when its period ends"),
      renewedAt: orNone(instant("when it was last renewed")),
    }),
    "state",
    "renewedSince",
  ),
  channel: "how it was cancelled",
  receivedAt: deciding(instant("when we received it"), "renewedSince"),
};

/** When does a cancelled subscription end, and what of it goes back? */
export const ruleOnCancellation = rulingOn(
  { family: cancellationFamily, bookIn: ({ cancellation }) => cancellation, asks },
  (question: CancellationQuestion, terms): Ruling<CancellationOutcome> => {
    const { subscription, channel, receivedAt } = question;
    const renewedSince = subscription.renewedAt !== null && subscription.renewedAt > receivedAt;
    const decision = decide(terms.rules.cancellation, { channel, state: subscription.state, renewedSince });
    const outcome = outcomeOf(decision.verdict, question);
    return writeRuling(terms, "cancellation", decision, {
      outcome,
      outcomeName: outcome.changes ? "cancelled" : "cancelled before",
      words: wordsOf(question, outcome, terms.zone),
    });
  },
);

function outcomeOf(
  { ends, payBackRenewal, confirmBy }: CancellationVerdict,
  { subscription, receivedAt }: CancellationQuestion,
): CancellationOutcome {
  const { currentPeriodEnd } = subscription;
  const changes = ends !== "as-before";
  const isOver = ends === "at-once" || (changes && currentPeriodEnd < receivedAt);
  return {
    effectiveAt: isOver ? receivedAt : currentPeriodEnd,
    creditsUsable: "until-plan-expiry",
    confirmBy,
    payBackRenewal,
    changes,
  };
}

const arrivals = {
  "billing-page": "You cancelled your subscription.",
  mail: "Your mail to cancel your subscription reached us",
  "account-closed": "Your account is closed, and your subscription with it.",
  withdrawal: "You withdrew from your subscription, so it has ended.",
  "payment-lost": "Your bank took the payment of a period back, so we cancelled your subscription.",
} as const satisfies Record<CancellationChannel, string>;

function wordsOf(
  { channel, receivedAt }: CancellationQuestion,
  { effectiveAt, payBackRenewal }: CancellationOutcome,
  zone: string,
): MemberWords {
  const on = (at: Date) => spellDate(civilDateIn(at, zone));
  return {
    happened: channel === "mail" ? `${arrivals.mail} on ${on(receivedAt)}.` : arrivals[channel],
    cost: [
      effectiveAt > receivedAt
        ? `Its end is ${on(effectiveAt)}, and it is not charged again.`
        : "It is not charged again.",
      channel === "withdrawal"
        ? "What goes back to you, and which credits go with it, is in our mail about the refund."
        : "Credits of your paid periods can be used until they expire as the plan says.",
      ...(payBackRenewal ? ["What was charged since goes back the way you paid."] : []),
    ].join(" "),
    next: "We confirm this by mail.",
  };
}
