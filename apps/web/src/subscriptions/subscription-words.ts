import {
  formatCredits,
  formatMoney,
  type PlanView,
  type RenewalView,
  type SubscriptionView,
  unreachable,
} from "@covenant/domain";
import { dayText, exactTime, type Tone } from "@covenant/ui";

export const subscriptionLooks = {
  placed: { label: "Waiting for payment", tone: "info" },
  active: { label: "Active", tone: "ok" },
  "past-due": { label: "Renewal not paid", tone: "warn" },
  paused: { label: "Paused", tone: "warn" },
  cancelling: { label: "Cancelled", tone: "neutral" },
  ended: { label: "Ended", tone: "neutral" },
} as const satisfies Record<SubscriptionView["state"], { label: string; tone: Tone }>;

/** Where a subscription stands and what comes next, in a sentence or two. */
export function standing(subscription: SubscriptionView): string {
  const { state, renewal, periodEnd, pastDueSince, countsUntil, endsAt, planName } = subscription;
  switch (state) {
    case "placed":
      return "Credits come only with a verified payment; this page changes by itself. If you do not pay, nothing is charged.";
    case "active":
      return renewal === null ? `It is paid until ${dayOf(periodEnd)}.` : renewalWords(renewal);
    case "past-due":
      return [
        `${renewal === null ? "The payment" : formatMoney(renewal.price)} that was due on ${dayOf(pastDueSince)} could not be collected, so no new credits have come.`,
        `It is tried again in the next days; unpaid, ${planName} ends.`,
        ...(countsUntil === null ? [] : [`You can go on generating until ${exactTime(countsUntil)}.`]),
      ].join(" ");
    case "paused":
      return "While your account is suspended nothing is charged and no credits come. It goes on by itself afterwards.";
    case "cancelling":
      return `It runs until ${dayOf(endsAt)} and is not charged again. Kept before then, it renews on that day as it would have.`;
    case "ended":
      return endedWords(subscription);
    default:
      return unreachable(state);
  }
}

function endedWords({ startedAt, endsAt }: SubscriptionView): string {
  if (startedAt === null) return "It was never paid, and nothing was charged.";
  const ended = endsAt === null ? "It has ended" : `It ended on ${dayText(endsAt)}`;
  return `${ended} and is not charged any more. Credits that are left can be spent until they expire.`;
}

/** "It renews on 21 December 2026 for $9.90 and brings 150 credits." */
export function renewalWords({ at, price, credits }: RenewalView): string {
  return `It renews on ${dayText(at)} for ${formatMoney(price)} and brings ${formatCredits(credits)}.`;
}

/** What the next renewal does otherwise than the last, as the member asked for or was told of; null where it does the same. */
export function comingChange({ planName, price, renewal }: SubscriptionView): { title: string; detail: string } | null {
  if (renewal === null) return null;
  const day = dayText(renewal.at);
  if (renewal.planName !== planName)
    return {
      title: `It changes to ${renewal.planName} on ${day}`,
      detail: `You asked for this. Until then ${planName} stays as it is.`,
    };
  if (renewal.price.amountMinor === price.amountMinor) return null;
  return {
    title: `From ${day} it costs ${formatMoney(renewal.price)} in place of ${formatMoney(price)}`,
    detail: "We told you by mail. If you do not want it, cancel before that day, and you are never charged it.",
  };
}

/** The day a state is told with. */
function dayOf(at: string | null): string {
  return at === null ? "a day that is not known yet" : dayText(at);
}

/** What somebody who cancels may still do with the credits of the periods they paid. The plan is not known once it is off sale. */
export function creditsAfterEnd(plan: Pick<PlanView, "expiresAfterPeriodDays"> | undefined): string {
  if (plan === undefined) return "Credits of the periods you paid can be spent until they expire, as your lots say.";
  const { expiresAfterPeriodDays: days } = plan;
  if (days === 0) return "Credits of the periods you paid can be spent until then, and expire with it.";
  if (days !== null)
    return `Credits of the last period can be spent until ${days === 1 ? "one day" : `${days} days`} after it.`;
  return "Your credits stay yours. Where generating asks for a membership, spending them then asks for a new one.";
}
