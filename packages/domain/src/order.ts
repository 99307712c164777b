import * as z from "zod/mini";
import { creditsSchema } from "./credits.ts";
import { memberDisputeView } from "./dispute.ts";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";
import { refundStates, refundWays } from "./refund.ts";

export const orderStates = ["placed", "paid", "cancelled", "expired"] as const;
export type OrderState = (typeof orderStates)[number];

/**
 * How an order stands for its member, with all that became of its money. `refunding`: all or part is on its way.
 * `taken-back`: by the payer's bank, for good.
 */
export const orderStandings = [
  ...orderStates,
  "refunding",
  "partly-refunded",
  "refunded",
  "withdrawn",
  "disputed",
  "taken-back",
] as const;
export type OrderStanding = (typeof orderStandings)[number];

export const paymentMethods = ["card", "alipay"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** A pack of credits on sale. */
export const packView = z.object({
  id: z.string(),
  name: z.string(),
  credits: creditsSchema,
  price: moneySchema,
  /** Null: the credits do not expire. */
  expiresAfterDays: z.nullable(z.int()),
});
export type PackView = z.infer<typeof packView>;

/** What was ordered: a pack of credits, or a period of a subscription. */
export const orderKinds = ["pack", "period"] as const;
export type OrderKind = (typeof orderKinds)[number];

/** Places an order; the answer carries the address of the payment page. */
export const orderRequest = z.strictObject({
  requestId: idSchema("request"),
  packId: z.string().check(z.maxLength(80)),
  method: z.enum(paymentMethods),
  /** The buyer asks for the credits at once, so that a withdrawal within 14 days leaves what is used by then paid for. */
  asksToStart: z.boolean(),
});
export type OrderRequest = z.infer<typeof orderRequest>;

/** A refund as the member sees it: what goes back to them, and what it took or gave. */
export const memberRefundView = z.object({
  id: idSchema("refund"),
  state: z.enum(refundStates),
  way: z.enum(refundWays),
  amount: moneySchema,
  reclaimed: creditsSchema,
  goodwill: creditsSchema,
  askedAt: z.string(),
});
export type MemberRefundView = z.infer<typeof memberRefundView>;

export const orderView = z.object({
  id: idSchema("order"),
  kind: z.enum(orderKinds),
  state: z.enum(orderStates),
  standing: z.enum(orderStandings),
  packName: z.string(),
  credits: creditsSchema,
  price: moneySchema,
  /** What the payer is charged where that differs: CNY at the rate of the order. */
  charged: z.nullable(z.object({ amount: moneySchema, rate: z.string() })),
  method: z.enum(paymentMethods),
  placedAt: z.string(),
  paidAt: z.nullable(z.string()),
  checkoutUrl: z.nullable(z.string()),
  /** Something else was paid than what was ordered: nothing came of it yet, and a person looks at it. */
  needsPerson: z.boolean(),
  /** The processor's page with receipt and invoice; null while nothing is paid. */
  invoiceUrl: z.nullable(z.string()),
  /** Of a period: when it ends. */
  periodEnd: z.nullable(z.string()),
  /** The newest first; only where one order is looked at. */
  refunds: z.optional(z.array(memberRefundView)),
  disputes: z.optional(z.array(memberDisputeView)),
});
export type OrderView = z.infer<typeof orderView>;
