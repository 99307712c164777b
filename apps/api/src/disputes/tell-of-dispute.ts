import type { Tx } from "@covenant/db";
import { type Credits, creditsAre, formatCredits, type StorefrontId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import { writeMail } from "../mail/write-mail.ts";
import type { OrderRow } from "../orders/lock-order.ts";

const words = {
  inquiry: () =>
    "Your bank asks us about this payment. It has taken nothing back, and your credits stay as they are. If you know the payment, tell your bank, and it ends there.",
  dropped: (moved: Credits) =>
    moved === 0
      ? "Your bank asked us about this payment and is taking nothing back for it. Your credits stay as they are."
      : `Your bank is taking nothing back for this payment. ${formatCredits(moved)} of this order can be spent again.`,
  opened: (moved: Credits) =>
    `Your bank tells us that this payment is disputed, and has taken the money back while it looks into it. Until it has decided, ${creditsAre(moved, " of this order")} frozen. What you have used stays yours.`,
  won: (moved: Credits) =>
    `The dispute is over and the payment stands. ${formatCredits(moved)} of this order can be spent again.`,
  lost: (moved: Credits) =>
    `The dispute is over and the money went back to you. With it, ${creditsAre(moved, " of this order")} gone. What you have used stays yours.`,
  prevented: (moved: Credits) =>
    `Your bank gave this payment back to you before a dispute came of it. With it, ${creditsAre(moved, " of this order")} gone. What you have used stays yours.`,
} as const;

function said(turn: keyof typeof words, moved: Credits): string {
  return (turn === "lost" || turn === "prevented") && moved === 0
    ? "The dispute is over and the money went back to you. No credits of this order were taken. What you have used stays yours."
    : words[turn](moved);
}

/** Mails the member what the bank said of their payment, what it did to their credits, and whom to write to. */
export async function tellOfDispute(tx: Tx, order: OrderRow, turn: keyof typeof words, moved: Credits): Promise<void> {
  const member = await tx.rows.member.findUniqueOrThrow({ where: { id: order.memberId } });
  const { id, name, supportEmail } = storefronts[order.storefront as StorefrontId];
  await writeMail(tx, {
    storefront: id,
    to: member.email,
    subject: `${name}: a dispute about your order`,
    body: [
      `${order.packName}, order ${order.id}.`,
      said(turn, moved),
      `If you did not ask your bank for this, or it was a mistake, write to ${supportEmail}.`,
    ].join("\n\n"),
  });
}
