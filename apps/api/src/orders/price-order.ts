import type { Currency, Money, PaymentMethod, StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";

/** What a payer is charged: the pack's price, or with Alipay the same in CNY at the storefront's rate, rounded up. */
export function priceOrder(
  storefront: StorefrontId,
  price: { amountMinor: number; currency: string },
  method: PaymentMethod,
): { charged: Money; rate: string } {
  const currency = price.currency as Currency;
  if (method === "card") return { charged: { amountMinor: price.amountMinor, currency }, rate: "1" };
  const rate = storefronts[storefront].cnyPerUsd;
  if (rate === null || currency !== "USD") throw new Error(`${storefront} has no rate for Alipay`);
  return { charged: { amountMinor: multiplyUp(price.amountMinor, rate), currency: "CNY" }, rate };
}

/** `amount × decimal`, exact, rounded up to a whole minor unit. */
function multiplyUp(amount: number, decimal: string): number {
  const [whole = "0", fraction = ""] = decimal.split(".");
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(amount) * BigInt(whole + fraction);
  return Number((product + scale - 1n) / scale);
}
