import Stripe from "stripe";
import { newId } from "../books/ids.ts";
import { moneyOf } from "../payments/money.ts";

type Period = { start: number; end: number };

type LineDraft = {
  amount: number;
  price: Stripe.Price;
  quantity: number;
  description: string;
  period: Period;
  subscription: Stripe.Subscription;
  item: string;
  proration: Proration | null;
};

/** A change within a period: what is given back names the line that asked for it. */
export type Proration = { invoiceItem: string; credited: Stripe.InvoiceLineItem | null };

/** What a subscription asks for a period: quantity × price. `period.end` is what was paid until. */
export function lineOfItem(
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  period: Period,
  name: string,
): Stripe.InvoiceLineItem {
  const { price } = item;
  const quantity = item.quantity ?? 1;
  const every = price.recurring?.interval ?? "month";
  const each = moneyOf(price.unit_amount ?? 0, price.currency);
  return lineOf({
    amount: (price.unit_amount ?? 0) * quantity,
    price,
    quantity,
    description: `${quantity} × ${name} (at ${each} / ${every})`,
    period,
    subscription,
    item: item.id,
    proration: null,
  });
}

/** One line of an invoice that a subscription's item brings on. */
export function lineOf(draft: LineDraft): Stripe.InvoiceLineItem {
  const { amount, price, quantity, proration } = draft;
  return {
    ...plainLine(amount, price, quantity),
    description: draft.description,
    discountable: proration === null,
    metadata: draft.subscription.metadata,
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: proration?.invoiceItem ?? null,
        proration: proration !== null,
        proration_details: { credited_items: creditedBy(proration) },
        subscription: draft.subscription.id,
        subscription_item: draft.item,
      },
      type: "subscription_item_details",
    },
    period: draft.period,
    subscription: draft.subscription.id,
  };
}

function creditedBy(proration: Proration | null) {
  const credited = proration?.credited;
  return credited?.invoice ? { invoice: credited.invoice, invoice_line_items: [credited.id] } : null;
}

/** What was bought once: the line of a pack's invoice, which no subscription stands behind. */
export function lineOfPurchase(bought: Stripe.LineItem, price: Stripe.Price, at: number): Stripe.InvoiceLineItem {
  return {
    ...plainLine(bought.amount_total, price, bought.quantity ?? 1),
    description: bought.description,
    discountable: true,
    metadata: {},
    parent: {
      invoice_item_details: {
        invoice_item: newId("ii"),
        proration: false,
        proration_details: { credited_items: null },
        subscription: null,
      },
      subscription_item_details: null,
      type: "invoice_item_details",
    },
    period: { start: at, end: at },
    subscription: null,
  };
}

function plainLine(amount: number, price: Stripe.Price, quantity: number) {
  return {
    id: newId("il"),
    object: "line_item",
    amount,
    currency: price.currency,
    discount_amounts: [],
    discounts: [],
    invoice: null,
    livemode: false,
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: String(price.product) },
      type: "price_details",
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity,
    quantity_decimal: Stripe.Decimal.from(String(quantity)),
    subtotal: amount,
    taxes: [],
  } satisfies Partial<Stripe.InvoiceLineItem>;
}
