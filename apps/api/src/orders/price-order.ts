import type { Database } from "@covenant/db";
import type { Currency, Money, PaymentMethod, StorefrontId } from "@covenant/domain";
import { getRate } from "../exchange-rates/rate-in-force.ts";

type Wanted = { storefront: StorefrontId; method: PaymentMethod; at: Date };

/** What a payer is charged: the pack's price, or with Alipay the same in CNY at the rate of that moment, rounded up. */
export async function priceOrder(
  db: Pick<Database, "rows">,
  price: { amountMinor: number; currency: string },
  { storefront, method, at }: Wanted,
): Promise<{ charged: Money; rate: string }> {
  const currency = price.currency as Currency;
  if (method === "card") return { charged: { amountMinor: price.amountMinor, currency }, rate: "1" };
  const rate = await getRate(db, { storefront, quote: "CNY", at });
  return { charged: { amountMinor: multiplyUp(price.amountMinor, rate), currency: "CNY" }, rate };
}

/** `amount × decimal`, exact, rounded up to a whole minor unit. */
function multiplyUp(amount: number, decimal: string): number {
  const [whole = "0", fraction = ""] = decimal.split(".");
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(amount) * BigInt(whole + fraction);
  return Number((product + scale - 1n) / scale);
}
