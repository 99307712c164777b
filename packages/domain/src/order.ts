import * as z from "zod/mini";
import { creditsSchema } from "./credits.ts";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";

export const orderStates = ["placed", "paid", "cancelled", "expired"] as const;
export type OrderState = (typeof orderStates)[number];

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

/** Places an order; the answer carries the address of the payment page. */
export const orderRequest = z.strictObject({
  requestId: idSchema("request"),
  packId: z.string().check(z.maxLength(80)),
  method: z.enum(paymentMethods),
});
export type OrderRequest = z.infer<typeof orderRequest>;

export const orderView = z.object({
  id: idSchema("order"),
  state: z.enum(orderStates),
  packName: z.string(),
  credits: creditsSchema,
  price: moneySchema,
  /** What the payer is charged where that differs: CNY at the rate of the order. */
  charged: z.nullable(z.object({ amount: moneySchema, rate: z.string() })),
  method: z.enum(paymentMethods),
  placedAt: z.string(),
  paidAt: z.nullable(z.string()),
  checkoutUrl: z.nullable(z.string()),
});
export type OrderView = z.infer<typeof orderView>;
