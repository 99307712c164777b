import type Stripe from "stripe";
import { type Fields, isFields } from "../../record.ts";
import type { Books } from "../books/books.ts";
import { listOf } from "./list.ts";
import { refused } from "./stripe-error.ts";

/** An answer with the references in `paths` replaced by their objects (https://docs.stripe.com/api/expanding_objects). */
export function expand(books: Books, answer: object, paths: string[]): object {
  if (paths.length === 0) return answer;
  const copy: Fields = copyOf(answer);
  for (const path of paths) open(books, copy, path.split("."), path);
  return copy;
}

function open(books: Books, node: Fields, [name, ...rest]: string[], path: string): void {
  if (name === undefined) return;
  const value = node[name] ?? (node[name] === undefined ? hiddenList(books, node, name) : null);
  if (value === undefined) throw refused(`This property cannot be expanded (${path}).`);
  const opened = typeof value === "string" ? copyOf(referred(books, value, path)) : value;
  node[name] = opened;
  const children = Array.isArray(opened) ? opened : [opened];
  for (const child of children) if (isFields(child)) open(books, child, rest, path);
}

function referred(books: Books, id: string, path: string): object {
  const shelf = shelves[id.startsWith("cs_test_") ? "cs" : (id.split("_")[0] ?? "")];
  const object = shelf?.(books, id);
  if (object === undefined) throw refused(`This property cannot be expanded (${path}).`);
  return object;
}

/** Where the object of an id stands, by the id's prefix. */
const shelves: Readonly<Record<string, (books: Books, id: string) => object | undefined>> = {
  prod: ({ products }, id) => products.get(id),
  price: ({ prices }, id) => prices.get(id),
  cus: ({ customers }, id) => customers.get(id),
  pm: ({ paymentMethods }, id) => paymentMethods.get(id),
  cs: ({ sessions }, id) => sessions.get(id)?.session,
  pi: ({ payments }, id) => payments.get(id),
  ch: ({ charges }, id) => charges.get(id),
  py: ({ charges }, id) => charges.get(id),
  re: ({ refunds }, id) => refunds.get(id),
  pyr: ({ refunds }, id) => refunds.get(id),
  du: ({ disputes }, id) => disputes.get(id),
  txn: ({ balance }, id) => balance.get(id),
  sub: ({ subscriptions }, id) => subscriptions.get(id)?.subscription,
  in: ({ invoices }, id) => invoices.get(id),
  inpay: ({ invoicePayments }, id) => invoicePayments.get(id),
  clock: ({ clocks }, id) => clocks.get(id),
  bpc: ({ portalConfigurations }, id) => portalConfigurations.get(id),
};

/** Lists that an object carries only when asked to. */
function hiddenList(books: Books, node: Fields, name: string): Fields | undefined {
  const id = String(node.id);
  const list = hiddenLists[`${String(node.object)}.${name}`]?.(books, id);
  return list === undefined ? undefined : copyOf(list);
}

const hiddenLists: Readonly<Record<string, (books: Books, id: string) => Stripe.ApiList<object> | undefined>> = {
  "checkout.session.line_items": ({ sessions }, id) =>
    listOf(sessions.get(id)?.lines ?? [], `/v1/checkout/sessions/${id}/line_items`),
  "invoice.payments": ({ invoicePayments }, id) =>
    listOf(
      [...invoicePayments.values()].filter(({ invoice }) => invoice === id),
      `/v1/invoice_payments?invoice=${id}`,
    ),
  "charge.refunds": ({ refunds }, id) =>
    listOf([...refunds.values()].filter(({ charge }) => charge === id).reverse(), `/v1/charges/${id}/refunds`),
  "customer.subscriptions": ({ subscriptions }, id) =>
    listOf(
      [...subscriptions.values()]
        .map(({ subscription }) => subscription)
        .filter(({ customer, status }) => customer === id && status !== "canceled"),
      `/v1/customers/${id}/subscriptions`,
    ),
};

/** A copy as it would stand on the wire. */
export function copyOf(object: object) {
  return JSON.parse(JSON.stringify(object));
}
