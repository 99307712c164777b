import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import { pageQuestion } from "./page.ts";

/**
 * What can differ between our orders, refunds and disputes, the processor's balance, and the ledger. `…-here-not-there`: we
 * have it and the processor has not. `…-there-not-here`: the other way round.
 */
export const differenceKinds = [
  "paid-there-not-here",
  "paid-here-not-there",
  "amount-differs",
  "refund-unknown-here",
  "refund-missing-there",
  "refund-amount-differs",
  "refund-failed-there-not-here",
  "refund-failed-here-not-there",
  "dispute-unknown-here",
  "dispute-missing-there",
  "dispute-amount-differs",
  "dispute-won-there-not-here",
  "dispute-won-here-not-there",
  "movement-unexplained",
  "lot-missing",
  "lot-twice",
  "lot-of-unpaid-order",
  "lot-credits-differ",
  "lot-price-differs",
  "reclaim-differs",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A day in UTC, `2026-11-21`. */
export const daySchema = z.iso.date();

/** An amount in any currency the processor may book, in its minor unit; negative where money leaves us. */
export const bookedAmount = z.object({ amountMinor: z.number(), currency: z.string() });
export type BookedAmount = z.infer<typeof bookedAmount>;

const sideOfDay = z.object({ paid: z.number(), refunded: z.number(), disputed: z.number() });
/** What moved in one currency on one day, in minor units: refunds less those that failed, disputes less those that were won. */
export type SideOfDay = z.infer<typeof sideOfDay>;

/** Both books of one day in one currency. */
export const sumsOfDay = z.object({ currency: z.string(), ours: sideOfDay, theirs: sideOfDay });
export type SumsOfDay = z.infer<typeof sumsOfDay>;

/** What the processor kept of a day, and what was left, in a currency it pays out. */
export const settledOfDay = z.object({ currency: z.string(), feesMinor: z.number(), netMinor: z.number() });
export type SettledOfDay = z.infer<typeof settledOfDay>;

/** `waiting`: somebody asked for it and it was not compared yet. `not-compared`: nobody has compared it or asked for it. */
export const dayStates = ["waiting", "not-compared", "balanced", "differs"] as const;
export type DayState = (typeof dayStates)[number];

export const dayView = z.object({
  day: daySchema,
  state: z.enum(dayStates),
  matched: z.int(),
  /** Differences that are still there. */
  open: z.int(),
  sums: z.array(sumsOfDay),
  settled: z.array(settledOfDay),
  /** When it was last asked for, by somebody or by its time. */
  askedAt: z.nullable(z.string()),
  comparedAt: z.nullable(z.string()),
});
export type DayView = z.infer<typeof dayView>;

export const differenceView = z.object({
  id: idSchema("difference"),
  kind: z.enum(differenceKinds),
  orderId: z.nullable(idSchema("order")),
  refundId: z.nullable(idSchema("refund")),
  disputeId: z.nullable(idSchema("dispute")),
  processorId: z.nullable(z.string()),
  /** What our row says, and what the processor or the ledger says; null where one has nothing. */
  ours: z.nullable(z.number()),
  theirs: z.nullable(z.number()),
  /** The currency of both, or `credits`. */
  unit: z.string(),
  foundAt: z.string(),
  resolvedAt: z.nullable(z.string()),
});
export type DifferenceView = z.infer<typeof differenceView>;

/** One day with each of its differences, those that are still there first. */
export const dayFile = z.extend(dayView, { differences: z.array(differenceView) });
export type DayFile = z.infer<typeof dayFile>;

export const dayList = z.strictObject({ state: z.optional(z.enum(dayStates)), ...pageQuestion(daySchema) });
export type DayList = z.infer<typeof dayList>;

/** Has a day compared again. */
export const compareRequest = z.strictObject({ day: daySchema });
