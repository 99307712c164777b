import {
  creditsAre,
  formatCredits,
  type MemberDisputeView,
  type MemberRefundView,
  type RefundState,
} from "@covenant/domain";
import type { Tone } from "@covenant/ui";

export const refundLooks = {
  asked: { label: "On its way", tone: "info" },
  pending: { label: "On its way", tone: "info" },
  succeeded: { label: "Refunded", tone: "ok" },
  failed: { label: "Did not arrive", tone: "warn" },
} as const satisfies Record<RefundState, { label: string; tone: Tone }>;

/** What a refund took or gave, in a sentence or two, as far as it has come. */
export function refundWords({ state, way, amount, reclaimed, goodwill }: MemberRefundView): string {
  if (state === "failed") {
    const back = reclaimed === 0 ? "" : ` ${creditsAre(reclaimed)} yours again.`;
    return `The money could not be sent back to the way you paid.${back} Write to us where it can go instead, such as a bank account.`;
  }
  if (amount.amountMinor === 0) return `${formatCredits(goodwill)} that do not expire were given to you instead.`;
  const taken =
    reclaimed === 0 ? "No credits were taken back." : `${formatCredits(reclaimed)} of the order were taken back.`;
  const where =
    way === "transfer"
      ? "It is sent to your bank account; a transfer can take a few days."
      : "It goes to the way you paid; a bank can take up to ten days to show it.";
  return `${where} ${taken} What you have used stays yours.`;
}

/** What a dispute means for the member now. */
export function disputeWords({ state, frozen }: MemberDisputeView): { title: string; detail: string; tone: Tone } {
  switch (state) {
    case "inquiry":
      return {
        title: "Your bank asks about this payment.",
        detail:
          "It has taken nothing back, and your credits stay as they are. If you know the payment, tell your bank, and it ends there.",
        tone: "info",
      };
    case "dropped":
      return {
        title: "Your bank asked about this payment and is taking nothing back for it.",
        detail: "Your credits stayed as they were.",
        tone: "info",
      };
    case "open":
      return {
        title: "Your bank is looking into this payment.",
        detail: `It has taken the money back meanwhile. ${creditsAre(frozen)} frozen until it decides; what you have used stays yours. If you did not ask for this, or no longer want it, tell your bank and write to us.`,
        tone: "warn",
      };
    case "won":
      return {
        title: "The dispute is over, and the payment stands.",
        detail: "What was frozen can be spent again.",
        tone: "info",
      };
    case "prevented":
      return {
        title: "Your bank gave this payment back to you before a dispute came of it.",
        detail: `${creditsAre(frozen)} gone with it; what you had used stays yours.`,
        tone: "info",
      };
    case "lost":
      return {
        title: "The dispute is over, and the money went back to you.",
        detail: `${creditsAre(frozen)} gone with it; what you had used stays yours.`,
        tone: "info",
      };
  }
}
