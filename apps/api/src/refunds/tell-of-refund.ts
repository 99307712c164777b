import type { Tx } from "@covenant/db";
import { type Currency, formatCredits, formatMoney, type PaymentMethod, type StorefrontId } from "@covenant/domain";
import { arrivalWords, spellMoment, zoneOf } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import { writeMail } from "../mail/write-mail.ts";
import type { OrderRow } from "../orders/lock-order.ts";
import type { RefundPlan } from "./plan-refund.ts";
import type { RefundRow } from "./view-refund.ts";

/**
 * Mails at once that a withdrawal reached us, when, and what follows (Directive 2011/83/EU, art. 11(3) and 11a: on a durable
 * medium, without undue delay). That the money has left is a mail of its own.
 */
export async function confirmWithdrawal(
  tx: Tx,
  { order, plan: { facts, ruling } }: { order: OrderRow; plan: RefundPlan },
): Promise<void> {
  const member = await tx.rows.member.findUniqueOrThrow({ where: { id: order.memberId } });
  const { id, name, supportEmail } = storefronts[order.storefront as StorefrontId];
  const at = spellMoment(facts.now, zoneOf(id));
  await writeMail(tx, {
    storefront: id,
    to: member.email,
    subject: `${name}: you withdrew from your order`,
    body: [
      `Your withdrawal from order ${order.id} (${order.packName}) reached us on ${at}, and we accept it.`,
      ruling.explanation.member,
      `Keep this mail: it confirms your withdrawal. Questions? Write to ${supportEmail}.`,
    ].join("\n\n"),
  });
}

type News = { order: OrderRow; refund: RefundRow; outcome: "succeeded" | "failed" };

/** Mails the member what went back to them, what it took from their balance, and what to do if it does not arrive. */
export async function tellOfRefund(tx: Tx, { order, refund, outcome }: News): Promise<void> {
  const member = await tx.rows.member.findUniqueOrThrow({ where: { id: order.memberId } });
  const { id, name, supportEmail } = storefronts[order.storefront as StorefrontId];
  const amount = formatMoney({ amountMinor: refund.amountMinor, currency: refund.currency as Currency });
  const { taken, again } = wordsOfCredits(refund.reclaimed);
  const said = {
    goodwill: `The way you paid order ${order.id} takes no money back any more. ${formatCredits(refund.goodwill)} that do not expire were given to you instead; what is left of the order stays yours. If you want the money, write to us where it can go.`,
    transfer: `${amount} of order ${order.id} are sent to your bank account. ${taken} A transfer can take a few days.`,
    succeeded: `${amount} of order ${order.id} go back to the way you paid. ${taken} ${arrivalWords[order.method as PaymentMethod]}`,
    returned: `The transfer of ${amount} for order ${order.id} came back from your bank.${again} Write to us which account it can go to.`,
    failed: `${amount} of order ${order.id} could not be sent back to the way you paid.${again} Write to us where it can go instead, such as a bank account.`,
  }[newsOf(refund, outcome)];
  await writeMail(tx, {
    storefront: id,
    to: member.email,
    subject: `${name}: your refund`,
    body: [said, `Questions? Write to ${supportEmail}.`].join("\n\n"),
  });
}

function newsOf({ amountMinor, way }: RefundRow, outcome: News["outcome"]) {
  if (outcome === "succeeded" && amountMinor === 0) return "goodwill";
  if (way === "transfer") return outcome === "succeeded" ? "transfer" : "returned";
  return outcome;
}

/** What a refund took from the balance, and what comes back where it fails. */
function wordsOfCredits(reclaimed: number): { taken: string; again: string } {
  if (reclaimed === 0) return { taken: "No credits were taken back.", again: "" };
  const [were, are, which] = reclaimed === 1 ? ["was", "is", "that was"] : ["were", "are", "that were"];
  const words = formatCredits(reclaimed);
  return {
    taken: `With it, ${words} of the order ${were} taken back; what you had used stays yours.`,
    again: ` The ${words} ${which} taken for it ${are} yours again.`,
  };
}
