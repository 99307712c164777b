import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const priceCustomers = ["subscriber", "new"] as const;
/** Who would pay: someone whose subscription is running, or anyone who buys now. */
export type PriceCustomer = (typeof priceCustomers)[number];

export const changedPrices = ["price", "credits-per-generation", "both"] as const;
/** What changes: what credits cost, what a generation costs in credits, or both. */
export type ChangedPrice = (typeof changedPrices)[number];

export type PriceChangeFacts = { readonly customer: PriceCustomer; readonly changed: ChangedPrice };

/** How the customer hears of it and how many days ahead, at the least. On site, the price shown before paying is the notice. */
export type PriceChangeVerdict = { readonly by: "mail" | "on-site"; readonly days: number };

export const onPriceChange = conditionsOn<PriceChangeFacts>();

export const customerWords = {
  subscriber: "a subscription is running",
  new: "there is no subscription yet",
} as const satisfies Record<PriceCustomer, string>;

export const changedWords = {
  price: "the price changes",
  "credits-per-generation": "the credits per generation change",
  both: "the price and the credits per generation change",
} as const satisfies Record<ChangedPrice, string>;

export const priceChangeFamily: Family<PriceChangeFacts> = {
  name: "price change",
  question: "priceChange",
  points: () => priceCustomers.flatMap((customer) => changedPrices.map((changed) => ({ customer, changed }))),
  tell: ({ customer, changed }) => [customerWords[customer], changedWords[changed]],
};
