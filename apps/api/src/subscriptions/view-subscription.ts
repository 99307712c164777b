import {
  type Currency,
  credits,
  type PlanInterval,
  type RenewalView,
  type StorefrontId,
  type SubscriptionId,
  type SubscriptionState,
  type SubscriptionView,
} from "@covenant/domain";
import { asksForMembership, lapseOfMembership } from "@covenant/policy";
import type { SubscriptionRow } from "./lock-subscription.ts";

/** A subscription as its member sees it. */
export function viewSubscription(row: SubscriptionRow): SubscriptionView {
  const { price } = row;
  return {
    id: row.id as SubscriptionId,
    state: row.state as SubscriptionState,
    planId: row.planId,
    planName: price.plan.name,
    credits: credits(price.plan.credits),
    interval: price.plan.interval as PlanInterval,
    price: { amountMinor: price.amountMinor, currency: price.currency as Currency },
    placedAt: row.placedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    periodStart: row.periodStart?.toISOString() ?? null,
    periodEnd: row.periodEnd?.toISOString() ?? null,
    renewal: renewalOf(row),
    pastDueSince: row.pastDueSince?.toISOString() ?? null,
    countsUntil: countsUntil(row)?.toISOString() ?? null,
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    checkoutUrl: row.state === "placed" ? row.checkoutUrl : null,
    invoiceUrl: row.state === "past-due" ? row.invoiceUrl : null,
  };
}

/** Until when a renewal that is not paid leaves a membership active; null where generating asks for none. */
export function countsUntil({ storefront, pastDueSince }: Pick<SubscriptionRow, "storefront" | "pastDueSince">) {
  if (pastDueSince === null || !asksForMembership(storefront as StorefrontId, pastDueSince)) return null;
  return lapseOfMembership(pastDueSince);
}

function renewalOf({ state, periodEnd, price, renewalPrice }: SubscriptionRow): RenewalView | null {
  if (periodEnd === null || (state !== "active" && state !== "past-due")) return null;
  return renewalAt(renewalPrice ?? price, periodEnd);
}

/** What a renewal at a price brings and costs. */
export function renewalAt({ amountMinor, currency, plan }: SubscriptionRow["price"], at: Date): RenewalView {
  return {
    at: at.toISOString(),
    planName: plan.name,
    credits: credits(plan.credits),
    price: { amountMinor, currency: currency as Currency },
  };
}
