import { grant, recordAct, type Tx } from "@covenant/db";
import {
  after,
  type Currency,
  credits,
  duration,
  formatCredits,
  formatMoney,
  type LotId,
  type MemberId,
  newId,
  type OrderId,
  type StorefrontId,
} from "@covenant/domain";
import { spellMoment, zoneOf } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../mail/write-mail.ts";
import { parkEvents, unparkEvents } from "../parked-events/park-events.ts";
import type { CheckoutState } from "../payments/payments.ts";
import { lockOrder, type OrderRow } from "./lock-order.ts";

/**
 * Settles an order by what the processor says now, never by what a browser or an event claims. Paid: the order is
 * marked and its lot granted in one transaction, once, however often and in whatever order we are told. Paid otherwise than
 * ordered: nothing is granted, and the order says so to staff.
 */
export async function settleOrder(
  deps: Pick<Deps, "db" | "clock" | "payments">,
  { orderId }: { orderId: OrderId },
): Promise<void> {
  const order = await deps.db.rows.order.findUnique({ where: { id: orderId } });
  if (order === null || order.state !== "placed" || order.stripeSessionId === null) return;
  const checkout = await deps.payments.readCheckout(order.stripeSessionId);
  if (checkout.kind === "open") return;
  await deps.db.transaction(async (tx) => {
    const current = await lockOrder(tx, orderId);
    if (current === null || current.state !== "placed") return;
    if (checkout.kind === "expired") return endOrder(tx, current, deps.clock.now());
    if (!isWhatWasOrdered(current, checkout)) return leaveUnsettled(tx, current, checkout);
    await payOrder(tx, current, checkout, deps.clock.now());
  });
}

type Paid = Extract<CheckoutState, { kind: "paid" }>;

function isWhatWasOrdered({ chargedMinor, chargedCurrency }: OrderRow, { amount }: Paid): boolean {
  return amount.amountMinor === chargedMinor && amount.currency === chargedCurrency;
}

/** Asking again changes nothing here, so the order is left for a person, with its event. */
async function leaveUnsettled(tx: Tx, order: OrderRow, { amount, paymentIntentId }: Paid): Promise<void> {
  const ordered = { amountMinor: order.chargedMinor, currency: order.chargedCurrency as Currency };
  const problem = `${formatMoney(amount)} was paid where ${formatMoney(ordered)} was ordered (${paymentIntentId}); nothing was granted`;
  await parkEvents(tx, aboutOf(order), { reason: "unsettled", problem });
  if (order.problem === problem) return;
  await tx.rows.order.update({ where: { id: order.id }, data: { problem } });
  const facts = { amountMinor: amount.amountMinor, currency: amount.currency };
  await recordAct(tx, { actor: { kind: "system", part: "orders" }, act: "order.unsettled", on: order.id, facts });
}

const aboutOf = ({ stripeSessionId }: OrderRow) => ({ noun: "checkout", processorId: stripeSessionId ?? "" }) as const;

async function payOrder(tx: Tx, order: OrderRow, { paymentIntentId, invoiceUrl }: Paid, at: Date): Promise<void> {
  await tx.rows.order.update({
    where: { id: order.id },
    data: {
      state: "paid",
      paidAt: at,
      stripePaymentIntentId: paymentIntentId,
      invoiceUrl: invoiceUrl ?? null,
      problem: null,
    },
  });
  await unparkEvents(tx, aboutOf(order));
  const paid = { amountMinor: order.amountMinor, currency: order.currency as Currency };
  const expiresAt = expiryOf(order);
  await grant(tx, {
    walletId: order.memberId as MemberId,
    lotId: newId("lot") as LotId,
    credits: credits(order.credits),
    source: "pack",
    order: { id: order.id as OrderId, paid },
    cause: order.id,
    reason: "order paid",
    key: `${order.id}.grant`,
    ...(expiresAt === null ? {} : { expiresAt }),
  });
  await sendReceipt(tx, order, invoiceUrl);
}

/** A pack's credits expire only where it was sold so. */
function expiryOf({ placedAt, expiresAfterDays: days }: OrderRow): Date | null {
  return days === null ? null : after(placedAt, duration.days(days));
}

function expiryWords(order: OrderRow): string {
  const expiresAt = expiryOf(order);
  if (expiresAt === null) return "They do not expire.";
  return `They can be used until ${spellMoment(expiresAt, zoneOf(order.storefront as StorefrontId))}.`;
}

async function endOrder(tx: Tx, order: OrderRow, at: Date): Promise<void> {
  await tx.rows.order.update({ where: { id: order.id }, data: { state: "expired", endedAt: at } });
}

/** Mails what was bought, what it cost, until when it can be used, and where receipt and invoice are. */
async function sendReceipt(tx: Tx, order: OrderRow, invoiceUrl: string | undefined): Promise<void> {
  const member = await tx.rows.member.findUniqueOrThrow({ where: { id: order.memberId } });
  const { id, name } = storefronts[order.storefront as StorefrontId];
  await writeMail(tx, {
    storefront: id,
    to: member.email,
    subject: `${name}: your order is paid`,
    body: [
      `${order.packName}: ${formatCredits(order.credits)} for ${chargeOf(order)}. They are in your balance now. ${expiryWords(order)} Order ${order.id}.`,
      ...(invoiceUrl === undefined ? [] : [`Receipt and invoice: ${invoiceUrl}`]),
    ].join("\n\n"),
  });
}

/** What the payer's statement shows, with the pack's own price where that is another currency. */
function chargeOf({ amountMinor, currency, chargedMinor, chargedCurrency }: OrderRow): string {
  const charged = formatMoney({ amountMinor: chargedMinor, currency: chargedCurrency as Currency });
  if (chargedCurrency === currency) return charged;
  return `${charged} (${formatMoney({ amountMinor, currency: currency as Currency })})`;
}
