import type Stripe from "stripe";
import { type Fields, integerOf, textOf, textsOf } from "../../record.ts";
import { choiceOf, flagOf, requiredText, wholeOf } from "../api/parameters.ts";
import { badParameter, found } from "../api/stripe-error.ts";
import { nextRenewalOf } from "../billing/due.ts";
import type { Settings } from "../books/books.ts";
import { idOf } from "../books/ids.ts";
import { finishPayment } from "../checkout/finish-payment.ts";
import { methodTypes } from "../checkout/payable-methods.ts";
import { advanceWorld } from "../clock/advance.ts";
import { day, hour, timeOf } from "../clock/time.ts";
import { sendEvent } from "../events/send-event.ts";
import { ageCharges } from "../payments/charges.ts";
import { moveDispute } from "../payments/move-dispute.ts";
import { type DisputeKind, openDispute } from "../payments/open-dispute.ts";
import { settleRefund } from "../payments/settle-refund.ts";
import { warnOfFraud } from "../payments/warn-of-fraud.ts";
import type { StripeRoom } from "../stripe-room.ts";

/**
 * Moves subscriptions on by `days`, `hours` and `seconds`, or each to just after its next renewal (`to=renewal`). With
 * `subscription` or `customer` only those move; without, payments grow older as well, for rules that count from them.
 */
export async function advance(room: StripeRoom, body: Fields): Promise<object> {
  const toRenewal = choiceOf(body, "to", ["renewal"]) !== undefined;
  const seconds =
    (wholeOf(body, "days") ?? 0) * day + (wholeOf(body, "hours") ?? 0) * hour + (wholeOf(body, "seconds") ?? 0);
  if (!toRenewal && seconds === 0) throw badParameter("days", "Say how far: days, hours, seconds, or to=renewal.");
  const { subscription: one, customer } = body;
  const before = room.books.events.size;
  await advanceWorld(room, (entry) => {
    const { subscription } = entry;
    const isMeant =
      (one === undefined || subscription.id === one) && (customer === undefined || subscription.customer === customer);
    if (!isMeant) return null;
    return toRenewal ? nextRenewalOf(entry) - timeOf(room.books, entry) : seconds;
  });
  if (one === undefined && customer === undefined && !toRenewal) ageCharges(room.books, seconds);
  const events = [...room.books.events.values()].slice(before).map(({ id, type }) => ({ id, type }));
  return { events };
}

/** Opens a dispute of `charge` or `payment_intent`, as its bank would: `kind` is chargeback, inquiry or prevented. */
export function dispute(room: StripeRoom, body: Fields): object {
  const kind: DisputeKind = choiceOf(body, "kind", ["chargeback", "inquiry", "prevented"] as const) ?? "chargeback";
  const reason = textOf(body.reason) ?? "fraudulent";
  return openDispute(room, chargeOf(room, body), { reason, kind, amount: integerOf(body.amount) });
}

/** Brings a dispute to the status `to`. */
export async function decide(room: StripeRoom, id: string, body: Fields): Promise<object> {
  const dispute = found(room.books.disputes, id, "dispute");
  await moveDispute(room, dispute, requiredText(body, "to"));
  return dispute;
}

/** Ends a refund, also one that seemed done: `to` is succeeded or failed. */
export async function settle(room: StripeRoom, id: string, body: Fields): Promise<object> {
  const refund = found(room.books.refunds, id, "refund");
  const to = choiceOf(body, "to", ["succeeded", "failed"] as const) ?? "failed";
  await settleRefund(room, refund, to);
  return refund;
}

/** Lets the bank answer now for a session whose payment it has in hand. */
export async function finish(room: StripeRoom, id: string, body: Fields): Promise<object> {
  const entry = found(room.books.sessions, id, "checkout.session");
  await finishPayment(room, entry, flagOf(body, "succeeds") ?? true);
  return entry.session;
}

/** Sends an event again, under its own id. */
export async function resend(room: StripeRoom, id: string): Promise<object> {
  const event = found(room.books.events, id, "event");
  await sendEvent(room, event);
  return { id: event.id, pending_webhooks: event.pending_webhooks };
}

/** Sends the events that were held, each as if it had just happened: a switch that is armed still holds it again. */
export async function release(room: StripeRoom): Promise<object> {
  const ids = [...room.held];
  room.held.clear();
  for (const id of ids) await sendEvent(room, found(room.books.events, id, "event"));
  return { released: ids };
}

/** Has a bank suspect a payment. */
export async function warn(room: StripeRoom, body: Fields): Promise<object> {
  const charge = chargeOf(room, body);
  await warnOfFraud(room, charge);
  return charge;
}

/** Makes one payment older by `days`. */
export function age(room: StripeRoom, body: Fields): object {
  const charge = chargeOf(room, body);
  const seconds = (wholeOf(body, "days") ?? 0) * day;
  room.books.ages.set(charge.id, (room.books.ages.get(charge.id) ?? 0) + seconds);
  return charge;
}

/** Sets the account: `afterRetries` and the `methods` it has switched on. */
export function set(room: StripeRoom, body: Fields): Settings {
  const { settings } = room.books;
  settings.afterRetries =
    choiceOf(body, "afterRetries", ["cancel", "unpaid", "past_due"] as const) ?? settings.afterRetries;
  if (body.methods === undefined) return settings;
  const methods = textsOf(body.methods);
  const unknown = methods.find((method) => !methodTypes.includes(method));
  if (unknown !== undefined) throw badParameter("methods", `Choose among ${methodTypes.join(", ")}.`);
  settings.methods = methods;
  return settings;
}

function chargeOf({ books }: StripeRoom, body: Fields): Stripe.Charge {
  const id = textOf(body.charge);
  if (id !== undefined) return found(books.charges, id, "charge", "charge");
  const payment = found(books.payments, textOf(body.payment_intent) ?? "", "payment_intent", "payment_intent");
  return found(books.charges, idOf(payment.latest_charge) ?? "", "charge", "payment_intent");
}
