import {
  type Credits,
  type Currency,
  credits,
  type Money,
  type PlanChangeView,
  Refusal,
  type StorefrontId,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { getPriceInForce, type PricedPlan } from "../plans/price-in-force.ts";
import { ensureProcessorPrice } from "../plans/processor-price.ts";
import type { SubscriptionRow } from "./lock-subscription.ts";
import { upgradeCredits } from "./upgrade-credits.ts";
import { renewalAt } from "./view-subscription.ts";

/** A change of plan as it would be carried out: to which price, from when, with what it charges and grants. */
export type PlanChange = {
  kind: PlanChangeView["kind"];
  price: PricedPlan;
  /** The processor's id of the price. */
  processorPrice: string;
  /** The instant from which an upgrade is charged. */
  at: Date;
  periodEnd: Date;
  payNow: Money;
  creditsNow: Credits;
};

type ChangeDeps = Pick<Deps, "db" | "clock" | "payments">;
/** Milliseconds that are left of a period, and all it has. */
type Share = { rest: number; period: number };

const hour = 60 * 60 * 1000;

/** Stripe collects no less by card; it would carry the amount over (https://docs.stripe.com/currencies). */
const leastChargeMinor = 50;

/**
 * Works out a change of plan without doing it. An upgrade is asked of the processor, who charges it; what it brings is ours
 * to say, by the same share of time. It counts from the full hour, so that a preview holds for a while.
 * @throws Refusal "subscription/not-changeable" where it does not just run, or nothing would change; "thing/not-found".
 */
export async function workOutChange(deps: ChangeDeps, row: SubscriptionRow, planId: string): Promise<PlanChange> {
  const running = requireRunning(row);
  const price = await wantedPrice(deps, row, planId);
  const at = fromFullHour(deps.clock.now(), running.period);
  const processorPrice = await ensureProcessorPrice(deps, price);
  const change = { price, processorPrice, at, periodEnd: running.period.end };
  const time = { rest: lengthOf(at, running.period.end), period: lengthOf(running.period.start, running.period.end) };
  const granted = upgradeCredits({ ...time, from: row.price.plan.credits, to: price.plan.credits });
  const payNow = await chargeOf(deps, { row, processorId: running.processorId, change, time });
  // What is not dearer waits for the renewal, and so does what so little of the period is left for that it costs or brings
  // next to nothing.
  const holdsNow = granted > 0 && payNow.amountMinor >= leastChargeMinor;
  return holdsNow
    ? { ...change, kind: "upgrade", payNow, creditsNow: credits(granted) }
    : { ...change, kind: "downgrade", payNow: free(price), creditsNow: credits(0) };
}

type Running = { processorId: string; period: { start: Date; end: Date } };

function requireRunning({
  state,
  stripeSubscriptionId: processorId,
  periodStart,
  periodEnd,
}: SubscriptionRow): Running {
  if (state !== "active" || processorId === null || periodStart === null || periodEnd === null)
    throw new Refusal("subscription/not-changeable", { state });
  return { processorId, period: { start: periodStart, end: periodEnd } };
}

type Wanted = {
  row: SubscriptionRow;
  processorId: string;
  change: Pick<PlanChange, "price" | "processorPrice" | "at">;
  time: Share;
};

/** Where another price waits for the renewal, the processor has it already and would give back time at that price. */
async function chargeOf(
  { payments }: ChangeDeps,
  { row, processorId, change: { price, processorPrice, at }, time }: Wanted,
): Promise<Money> {
  if (price.amountMinor <= row.price.amountMinor) return free(price);
  if (row.renewalPrice === null) return (await payments.previewChange(processorId, processorPrice, at)).payNow;
  return { ...free(price), amountMinor: shareOf(price, time) - shareOf(row.price, time) };
}

function free({ currency }: PricedPlan): Money {
  return { amountMinor: 0, currency: currency as Currency };
}

/** As the processor rounds each line. */
function shareOf({ amountMinor }: PricedPlan, { rest, period }: Share): number {
  return Math.round((amountMinor * rest) / period);
}

/** Going back to the plan that runs undoes a smaller one that waits, at the price that runs. */
async function wantedPrice(
  { db, clock }: ChangeDeps,
  { planId: running, price: current, renewalPrice }: SubscriptionRow,
  planId: string,
): Promise<PricedPlan> {
  const next = renewalPrice ?? current;
  if (planId === next.planId) throw new Refusal("subscription/not-changeable", { planId });
  if (planId === running) return current;
  const plan = { storefront: current.storefront as StorefrontId, planId };
  const price = await getPriceInForce(db, plan, clock.now());
  // Another interval begins another period at once, which is a purchase of its own and no change of this one.
  if (price.plan.interval !== current.plan.interval)
    throw new Refusal("subscription/not-changeable", { planId, interval: price.plan.interval });
  return price;
}

function fromFullHour(now: Date, { start, end }: { start: Date; end: Date }): Date {
  const full = Math.floor(now.getTime() / hour) * hour;
  return new Date(Math.min(Math.max(full, start.getTime()), end.getTime()));
}

function lengthOf(start: Date, end: Date): number {
  return end.getTime() - start.getTime();
}

/** A change as its member is shown it. */
export function viewChange({ kind, price, at, periodEnd, payNow, creditsNow }: PlanChange): PlanChangeView {
  return {
    kind,
    planId: price.planId,
    planName: price.plan.name,
    payNow,
    creditsNow,
    takesEffectAt: (kind === "upgrade" ? at : periodEnd).toISOString(),
    renewal: renewalAt(price, periodEnd),
  };
}
