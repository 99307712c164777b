import * as z from "zod/mini";

/** The currencies orders are priced in; each has two decimals. */
export const currencies = ["USD", "EUR", "GBP", "CNY"] as const;
export type Currency = (typeof currencies)[number];

/** An amount in the currency's minor unit (cents, fen). */
export type Money = { amountMinor: number; currency: Currency };

export const moneySchema = z.object({
  amountMinor: z.int(),
  currency: z.enum(currencies),
});
