import type { Tx } from "@covenant/db";
import { type Currency, formatCredits, formatMoney, type Money, type StorefrontId } from "@covenant/domain";
import { type CancellationChannel, spellMoment, zoneOf } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import { writeMail } from "../mail/write-mail.ts";
import type { OrderRow } from "../orders/lock-order.ts";

type Addressee = { storefront: string; memberId: string };

/** Mails what a paid period brought, what it cost, until when it can be used, and where the invoice is. */
export async function sendReceipt(tx: Tx, order: OrderRow, expiresAt: Date | null): Promise<void> {
  const amount = { amountMinor: order.chargedMinor, currency: order.chargedCurrency as Currency };
  const until = expiresAt === null ? "They do not expire." : `They can be used until ${spell(order, expiresAt)}.`;
  await tell(tx, order, "your payment arrived", [
    `${order.packName}: ${formatCredits(order.credits)} for ${formatMoney(amount)}. ${until} Order ${order.id}.`,
    ...(order.invoiceUrl === null ? [] : [`Receipt and invoice: ${order.invoiceUrl}`]),
  ]);
}

type Unpaid = { invoiceUrl: string; amount: Money; countsUntil: Date | null };

/**
 * Mails that a renewal was not paid, how much it is and where it can be: the bank may only want to see the payer. Where
 * generating asks for a membership, also until when it still counts.
 */
export async function tellOfFailedRenewal(
  tx: Tx,
  of: Addressee,
  { invoiceUrl, amount, countsUntil }: Unpaid,
): Promise<void> {
  await tell(tx, of, "your renewal was not paid", [
    `Your bank did not let the renewal of your subscription for ${formatMoney(amount)} through, or asks you to confirm it. No credits were added for the new period.`,
    `Confirm it or pay with another card here: ${invoiceUrl}`,
    ...(countsUntil === null ? [] : [`You can go on generating until ${spell(of, countsUntil)}.`]),
    "We also try again by ourselves over the next days. If none of it works, your subscription ends, and you owe nothing.",
  ]);
}

/** Mails that a subscription is over which its member had not cancelled. */
export async function tellOfEnd(tx: Tx, of: Addressee): Promise<void> {
  await tell(tx, of, "your subscription has ended", [
    "Your subscription has ended and is not charged again. Credits of the periods you paid can be used until they expire.",
  ]);
}

/** Mails that a cancellation reached us and what follows from it, in the words of its ruling. */
export async function confirmCancellation(
  tx: Tx,
  of: Addressee,
  { channel, explanation }: { channel: CancellationChannel; explanation: string },
): Promise<void> {
  const about = channel === "withdrawal" ? "you withdrew from your subscription" : "your subscription is cancelled";
  await tell(tx, of, about, [explanation]);
}

/** Mails that a withdrawal from an upgrade left the plan that was there before. */
export async function confirmFallBack(
  tx: Tx,
  of: Addressee,
  { left, standing }: { left: string; standing: string },
): Promise<void> {
  await tell(tx, of, "you withdrew from your upgrade", [
    `You withdrew from the upgrade to ${left}. Your subscription goes on as ${standing}, and renews at its price.`,
  ]);
}

/** Mails that a cancelled subscription goes on after all. */
export async function confirmKeeping(tx: Tx, of: Addressee, renewsAt: Date): Promise<void> {
  await tell(tx, of, "your subscription goes on", [
    `You took your cancellation back. Your subscription renews on ${spell(of, renewsAt)}.`,
  ]);
}

async function tell(tx: Tx, { storefront, memberId }: Addressee, about: string, paragraphs: string[]): Promise<void> {
  const { email } = await tx.rows.member.findUniqueOrThrow({ where: { id: memberId } });
  const { id, name, supportEmail } = storefronts[storefront as StorefrontId];
  await writeMail(tx, {
    storefront: id,
    to: email,
    subject: `${name}: ${about}`,
    body: [...paragraphs, `Questions? Write to ${supportEmail}.`].join("\n\n"),
  });
}

function spell({ storefront }: Pick<Addressee, "storefront">, at: Date): string {
  return spellMoment(at, zoneOf(storefront as StorefrontId));
}
