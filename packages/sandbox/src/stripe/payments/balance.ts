import type Stripe from "stripe";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { refuseUnknown } from "../api/parameters.ts";
import { found } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { idOf, newId } from "../books/ids.ts";
import { day, unixNow } from "../clock/time.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { decimalsOf } from "./money.ts";

/** The account is paid out in dollars. What one unit of a currency settles to; any other currency stays what it is. */
const dollarsFor: Readonly<Record<string, number>> = {
  usd: 1,
  cny: 0.14,
  eur: 1.1,
  gbp: 1.28,
  hkd: 0.128,
  jpy: 0.0067,
  aud: 0.66,
  cad: 0.73,
  myr: 0.22,
  nzd: 0.6,
  sgd: 0.75,
};

/** Money becomes available two days after it came. */
const settlementDelay = 2 * day;

const listParameters = [
  ...pageParameters,
  "currency",
  "source",
  "type",
] as const satisfies readonly (keyof Stripe.BalanceTransactionListParams)[];

/** https://docs.stripe.com/api/balance_transactions */
export function serveBalance(api: ApiRoutes, { books }: StripeRoom): void {
  api.get("/balance_transactions", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const wanted = (entry: Stripe.BalanceTransaction) =>
      matches(fields.currency, entry.currency) &&
      matches(fields.source, idOf(entry.source)) &&
      matches(fields.type, entry.type) &&
      isWithin(entry.created);
    return pageOf([...books.balance.values()].filter(wanted).map(asOfNow), fields, path);
  });
  api.get("/balance_transactions/:id", ({ id }) => asOfNow(found(books.balance, id, "balance_transaction")));
}

function asOfNow(entry: Stripe.BalanceTransaction): Stripe.BalanceTransaction {
  return { ...entry, status: entry.available_on <= unixNow() ? "available" : "pending" };
}

export type Movement = {
  type: Stripe.BalanceTransaction.Type;
  reportingCategory: string;
  /** Minor units of `currency`; negative where money leaves. */
  amount: number;
  currency: string;
  fees: { amount: number; description: string }[];
  source: string | null;
  description: string | null;
  at: number;
};

/** Writes a movement of the account's balance, in the currency it settles in. */
export function recordMovement({ balance }: Books, movement: Movement): Stripe.BalanceTransaction {
  const { amount, currency, rate } = settle(movement.amount, movement.currency);
  const fee = movement.fees.reduce((sum, part) => sum + part.amount, 0);
  const entry = {
    id: newId("txn"),
    object: "balance_transaction",
    amount,
    available_on: movement.at + settlementDelay,
    balance_type: "payments",
    created: movement.at,
    currency,
    description: movement.description,
    exchange_rate: rate,
    fee,
    fee_details: movement.fees.map((part) => ({ ...part, application: null, currency, type: "stripe_fee" })),
    net: amount - fee,
    reporting_category: movement.reportingCategory,
    source: movement.source,
    status: "pending",
    type: movement.type,
  } satisfies Stripe.BalanceTransaction;
  balance.set(entry.id, entry);
  return entry;
}

/** An amount in the account's currency, and the rate it was changed at; null where nothing was changed. */
export function settle(amount: number, currency: string): { amount: number; currency: string; rate: number | null } {
  const rate = dollarsFor[currency];
  if (rate === undefined || currency === "usd") return { amount, currency, rate: null };
  const major = amount / 10 ** decimalsOf(currency);
  return { amount: Math.round(major * rate * 100), currency: "usd", rate };
}
