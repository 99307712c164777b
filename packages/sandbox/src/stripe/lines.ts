import Stripe from "stripe";
import { type Fields, fieldsOf, integerOf, textOf } from "../record.ts";
import { metadataOf, newId, unixNow } from "./books.ts";
import { badParameter } from "./stripe-error.ts";

/** Reads `line_items`, each with inline `price_data`; the stand-in keeps no catalogue of prices. Throws on anything else. */
export function readLines(value: unknown): Stripe.LineItem[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw badParameter("line_items", "You must specify line_items with at least one item.");
  }
  const lines = value.map((item, index) => readLine(fieldsOf(item), `line_items[${index}]`));
  if (new Set(lines.map((line) => line.currency)).size > 1) {
    throw badParameter("line_items", "All line items must have the same currency.", "parameter_invalid_integer");
  }
  return lines;
}

function readLine(item: Fields, param: string): Stripe.LineItem {
  const price = readPrice(fieldsOf(item.price_data), `${param}[price_data]`);
  const quantity = integerOf(item.quantity);
  if (quantity === undefined || quantity < 1) throw badParameter(`${param}[quantity]`, "Quantity must be at least 1.");
  const total = (price.unit_amount ?? 0) * quantity;
  const product = fieldsOf(fieldsOf(item.price_data).product_data);
  return {
    id: newId("li"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: price.currency,
    description: textOf(product.name) ?? null,
    metadata: metadataOf(item.metadata),
    price,
    quantity,
  };
}

function readPrice(data: Fields, param: string): Stripe.Price {
  const currency = textOf(data.currency)?.toLowerCase();
  const amount = integerOf(data.unit_amount);
  if (!currency || !/^[a-z]{3}$/.test(currency)) throw badParameter(`${param}[currency]`, "Invalid currency.");
  if (amount === undefined || amount < 0) throw badParameter(`${param}[unit_amount]`, "Invalid integer.");
  if (!textOf(fieldsOf(data.product_data).name))
    throw badParameter(`${param}[product_data][name]`, "A name is required.");
  return {
    id: newId("price"),
    object: "price",
    active: false,
    billing_scheme: "per_unit",
    created: unixNow(),
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: newId("prod"),
    recurring: null,
    tax_behavior: "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: "one_time",
    unit_amount: amount,
    unit_amount_decimal: Stripe.Decimal.from(String(amount)),
  };
}
