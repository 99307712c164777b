import type Stripe from "stripe";
import { type Fields, fieldsOf, integerOf, isFields, textOf } from "../../record.ts";
import { metadataOf, refuseUnknown } from "../api/parameters.ts";
import { badParameter, refused } from "../api/stripe-error.ts";
import { livePrice, refuseOtherCurrency } from "../billing/subscription-items.ts";
import type { Books } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import { createPrice } from "../catalogue/create-price.ts";
import { moneyOf } from "../payments/money.ts";

/** The least that can be asked, in minor units (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const leastAmounts: Readonly<Record<string, number>> = {
  usd: 50,
  eur: 50,
  gbp: 30,
  jpy: 50,
  aud: 50,
  cad: 50,
  chf: 50,
  nzd: 50,
  sgd: 50,
  hkd: 400,
};

/** Reads `line_items`, each with a `price` of the catalogue or inline `price_data`. Throws on anything else. */
export function readLines(books: Books, value: unknown, mode: "payment" | "subscription"): Stripe.LineItem[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw badParameter("line_items", "You must specify line_items with at least one item.", "parameter_missing");
  }
  const lines = value.map((item, index) => readLine(books, fieldsOf(item), `line_items[${index}]`));
  for (const line of lines) {
    if (line.price) refuseOtherCurrency(line.price, lines[0]?.currency, "line_items");
    refuseOtherMode(line.price, mode);
  }
  refuseTooLittle(lines);
  return lines;
}

function readLine(books: Books, item: Fields, param: string): Stripe.LineItem {
  refuseUnknown(item, ["adjustable_quantity", "metadata", "price", "price_data", "quantity"], param);
  const price = readPrice(books, item, param);
  const quantity = integerOf(item.quantity);
  if (quantity === undefined || quantity < 1) throw badParameter(`${param}[quantity]`, "Quantity must be at least 1.");
  const total = (price.unit_amount ?? 0) * quantity;
  return {
    id: newId("li"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: price.currency,
    description: books.products.get(String(price.product))?.name ?? null,
    metadata: metadataOf(item.metadata),
    price,
    quantity,
  };
}

function readPrice(books: Books, item: Fields, param: string): Stripe.Price {
  const id = textOf(item.price);
  if (id !== undefined) return livePrice(books, id, param);
  if (isFields(item.price_data)) return createPrice(books, item.price_data, `${param}[price_data]`);
  throw badParameter(
    `${param}[price]`,
    "You must specify either `price` or `price_data` when creating a Checkout Session.",
    "parameter_missing",
  );
}

function refuseOtherMode(price: Stripe.Price | null, mode: "payment" | "subscription"): void {
  const isRecurring = price?.type === "recurring";
  if (mode === "payment" && isRecurring) {
    throw refused(
      "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.",
    );
  }
  if (mode === "subscription" && !isRecurring) {
    throw refused(
      "You must provide at least one recurring price in `subscription` mode when using prices; this sandbox takes no others there.",
    );
  }
}

function refuseTooLittle(lines: Stripe.LineItem[]): void {
  const currency = lines[0]?.currency ?? "usd";
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const least = leastAmounts[currency] ?? 0;
  if (total === 0 || total >= least) return;
  const message = `The Checkout Session's total amount due must add up to at least ${moneyOf(least, currency)} ${currency}`;
  throw refused(message, "amount_too_small");
}
