import type { SubscriptionState } from "@covenant/domain";
import type { InvoiceReading, SubscriptionReading } from "../payments/payments.ts";
import type { SubscriptionRow } from "./lock-subscription.ts";
import type { Prices } from "./weigh-invoice.ts";

type Mirrored = { row: SubscriptionRow; reading: SubscriptionReading; prices: Prices; withdrawn: ReadonlySet<string> };

/**
 * Where a subscription stands by what the processor says of it, as the columns that keep it. An invoice that was withdrawn
 * from, by the processor's id, no longer says which plan runs.
 */
export function mirrorSubscription({ row, reading, prices, withdrawn }: Mirrored, now: Date) {
  const state = stateOf(row, reading);
  const hasBegun = state !== "placed" && reading.state !== "incomplete";
  const current = chargedPrice(reading, { prices, withdrawn }) ?? row.price;
  const renewal = prices.get(reading.price) ?? row.renewalPrice ?? current;
  return {
    state,
    stripeSubscriptionId: reading.processorId,
    planId: current.planId,
    priceId: current.id,
    renewalPriceId: state === "ended" || renewal.id === current.id ? null : renewal.id,
    startedAt: row.startedAt ?? firstPayment(reading) ?? (hasBegun ? reading.periodStart : null),
    periodStart: hasBegun ? reading.periodStart : row.periodStart,
    periodEnd: hasBegun ? reading.periodEnd : row.periodEnd,
    pastDueSince: state === "past-due" ? (row.pastDueSince ?? now) : null,
    invoiceUrl: state === "past-due" ? (unpaidInvoice(reading)?.url ?? null) : null,
    pausedAt: state === "paused" ? (row.pausedAt ?? now) : null,
    endsAt: endOf(row, reading),
    endedAt: state === "ended" ? (reading.endedAt ?? now) : null,
  };
}

/** A cancellation ends no later than its member was told: a renewal that was paid back has made no time. */
function endOf({ cancelledAt, endsAt: told }: SubscriptionRow, { endedAt, endsAt }: SubscriptionReading): Date | null {
  if (endedAt !== null || endsAt === null || cancelledAt === null || told === null) return endedAt ?? endsAt;
  return told < endsAt ? told : endsAt;
}

function stateOf({ state }: SubscriptionRow, reading: SubscriptionReading): SubscriptionState {
  switch (reading.state) {
    case "incomplete":
      return state as SubscriptionState;
    case "ended":
    case "past-due":
      return reading.state;
    case "active":
    case "paused":
      if (reading.endsAt !== null) return "cancelling";
      return reading.collectionPaused ? "paused" : reading.state;
  }
}

/** What the running period was charged at: a smaller plan may stand there already for the next one. */
function chargedPrice(
  { invoices }: SubscriptionReading,
  { prices, withdrawn }: Pick<Mirrored, "prices" | "withdrawn">,
) {
  const newest = invoices.find(
    ({ state, lines, processorId }) =>
      state === "paid" && !withdrawn.has(processorId) && prices.has(lines[0]?.price ?? ""),
  );
  return prices.get(newest?.lines[0]?.price ?? "");
}

function firstPayment({ invoices }: SubscriptionReading): Date | null {
  return invoices.findLast(({ state }) => state === "paid")?.paidAt ?? null;
}

/** What of a subscription is asked for and not paid. */
export function unpaidInvoice({ invoices }: SubscriptionReading): InvoiceReading | undefined {
  return invoices.find(({ state }) => state === "open");
}
