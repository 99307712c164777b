import * as z from "zod/mini";
import { clauseCitation } from "./clause.ts";
import { creditsSchema } from "./credits.ts";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";
import { noteSchema } from "./note.ts";
import { storefrontIdSchema } from "./storefront.ts";

/**
 * `placed`: never paid yet. `past-due`: a renewal failed and is tried again. `paused`: it renews again later. `cancelling`:
 * cancelled, and its paid period runs.
 */
export const subscriptionStates = ["placed", "active", "past-due", "paused", "cancelling", "ended"] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

export const planIntervals = ["month", "year"] as const;
export type PlanInterval = (typeof planIntervals)[number];

/** A plan on sale. */
export const planView = z.object({
  id: z.string(),
  name: z.string(),
  /** Granted for each paid period. */
  credits: creditsSchema,
  interval: z.enum(planIntervals),
  /** What a new subscriber pays for a period. */
  price: moneySchema,
  /** Days after its end until the credits of a period expire, 0 for with it; null where they do not expire. */
  expiresAfterPeriodDays: z.nullable(z.int()),
});
export type PlanView = z.infer<typeof planView>;

/** Begins a subscription; the answer carries the address of the payment page. */
export const subscriptionRequest = z.strictObject({
  requestId: idSchema("request"),
  planId: z.string().check(z.maxLength(80)),
  /** The buyer asks for the credits at once, so that a withdrawal within 14 days leaves what is used by then paid for. */
  asksToStart: z.boolean(),
});
export type SubscriptionRequest = z.infer<typeof subscriptionRequest>;

/** What the next renewal brings and costs; null in a view where nothing renews. */
export const renewalView = z.object({
  at: z.string(),
  planName: z.string(),
  credits: creditsSchema,
  price: moneySchema,
});
export type RenewalView = z.infer<typeof renewalView>;

/** A subscription as its member sees it. */
export const subscriptionView = z.object({
  id: idSchema("subscription"),
  state: z.enum(subscriptionStates),
  planId: z.string(),
  planName: z.string(),
  credits: creditsSchema,
  interval: z.enum(planIntervals),
  price: moneySchema,
  placedAt: z.string(),
  /** Its first payment; null while there is none. */
  startedAt: z.nullable(z.string()),
  periodStart: z.nullable(z.string()),
  periodEnd: z.nullable(z.string()),
  renewal: z.nullable(renewalView),
  /** Since when a renewal is not paid. */
  pastDueSince: z.nullable(z.string()),
  /** Of one that is not paid, where generating asks for it: until when it still counts. */
  countsUntil: z.nullable(z.string()),
  cancelledAt: z.nullable(z.string()),
  /** When a cancelled one ends, or did. */
  endsAt: z.nullable(z.string()),
  /** The payment page of one that is placed. */
  checkoutUrl: z.nullable(z.string()),
  /** Where a failed renewal is paid. */
  invoiceUrl: z.nullable(z.string()),
});
export type SubscriptionView = z.infer<typeof subscriptionView>;

/** What a change of plan would do now. An upgrade holds at once and is paid for the rest of the period; a downgrade waits. */
export const planChangeView = z.object({
  kind: z.enum(["upgrade", "downgrade"]),
  planId: z.string(),
  planName: z.string(),
  /** Charged at once: nothing for a downgrade. */
  payNow: moneySchema,
  /** Granted once that is paid. */
  creditsNow: creditsSchema,
  takesEffectAt: z.string(),
  renewal: renewalView,
});
export type PlanChangeView = z.infer<typeof planChangeView>;

export const planChangeQuestion = z.strictObject({ planId: z.string().check(z.maxLength(80)) });
export type PlanChangeQuestion = z.infer<typeof planChangeQuestion>;

/** Does what the preview said, or nothing. */
export const planChangeRequest = z.strictObject({
  ...planChangeQuestion.shape,
  requestId: idSchema("request"),
  expected: z.strictObject({ payNowMinor: z.int(), creditsNow: creditsSchema }),
});
export type PlanChangeRequest = z.infer<typeof planChangeRequest>;

/** What staff are shown of a subscription. */
export const subscriptionFile = z.extend(subscriptionView, {
  storefront: storefrontIdSchema,
  memberId: idSchema("member"),
  cancelledBy: z.nullable(z.enum(["billing-page", "mail", "account-closed", "withdrawal", "payment-lost"])),
});
export type SubscriptionFile = z.infer<typeof subscriptionFile>;

/** A cancellation that came by mail. It holds from its arrival, however late it is read. */
export const cancellationQuestion = z.strictObject({
  subscriptionId: idSchema("subscription"),
  /** When the mail arrived, with its offset from UTC; not in the future. */
  receivedAt: z.iso.datetime({ offset: true }),
});
export type CancellationQuestion = z.infer<typeof cancellationQuestion>;

export const cancellationPlanView = z.object({
  endsAt: z.string(),
  /** Renewals charged after the mail arrived; each goes back. */
  payBack: z.array(z.object({ orderId: idSchema("order"), amount: moneySchema })),
  explanation: z.string(),
  clauses: z.array(clauseCitation),
});
export type CancellationPlanView = z.infer<typeof cancellationPlanView>;

export const cancellationRequest = z.strictObject({
  ...cancellationQuestion.shape,
  requestId: idSchema("request"),
  note: noteSchema(),
});
export type CancellationRequest = z.infer<typeof cancellationRequest>;

/** A price of a plan, as staff see it. */
export const planPriceView = z.object({
  id: idSchema("planPrice"),
  price: moneySchema,
  effectiveAt: z.string(),
  note: z.nullable(z.string()),
  /** Subscriptions that pay it now, and those that are told and will. */
  paying: z.int(),
  told: z.int(),
});
export type PlanPriceView = z.infer<typeof planPriceView>;

/** A plan with all its prices, the newest first. */
export const planFile = z.extend(planView, {
  storefront: storefrontIdSchema,
  enabled: z.boolean(),
  prices: z.array(planPriceView),
});
export type PlanFile = z.infer<typeof planFile>;

export const priceChangeQuestion = z.strictObject({
  storefront: storefrontIdSchema,
  planId: z.string().check(z.maxLength(80)),
  amountMinor: z.int().check(z.gte(50), z.lte(99_999_999)),
  /** When it is meant to hold for new subscribers, with its offset from UTC; not in the past. */
  effectiveAt: z.iso.datetime({ offset: true }),
});
export type PriceChangeQuestion = z.infer<typeof priceChangeQuestion>;

/** What a new price would do, before it is set. */
export const priceChangePlanView = z.object({
  from: moneySchema,
  to: moneySchema,
  /** Subscriptions that are told by mail at once. */
  subscribers: z.int(),
  /** The first renewal that may carry it for somebody who is told now. */
  earliestAt: z.string(),
  /** The first and the last renewal that will carry it, of those who have one; null where nobody subscribed. */
  firstRenewalAt: z.nullable(z.string()),
  lastRenewalAt: z.nullable(z.string()),
  explanation: z.string(),
  clauses: z.array(clauseCitation),
});
export type PriceChangePlanView = z.infer<typeof priceChangePlanView>;

export const priceChangeRequest = z.strictObject({
  ...priceChangeQuestion.shape,
  requestId: idSchema("request"),
  note: noteSchema(),
  /** As the preview said; another number of subscribers by now means another preview. */
  expectedSubscribers: z.int(),
});
export type PriceChangeRequest = z.infer<typeof priceChangeRequest>;
