import * as z from "zod/mini";

/** The currencies orders are priced in; each has two decimals. */
export const currencies = ["USD", "EUR", "GBP", "CNY"] as const;
export type Currency = (typeof currencies)[number];

/** An amount in the currency's minor unit (cents, fen). */
export type Money = { amountMinor: number; currency: Currency };

export const moneySchema = /* @__PURE__ */ z.object({
  amountMinor: /* @__PURE__ */ z.int(),
  currency: /* @__PURE__ */ z.enum(currencies),
});

/** "$12.00", "CN¥86.40". */
export function formatMoney({ amountMinor, currency }: Money): string {
  return new Intl.NumberFormat("en-US", { style: "currency", currency }).format(amountMinor / 100);
}
