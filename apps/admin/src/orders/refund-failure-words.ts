type Failure = { what: string; next: string };

const elsewhere = "Ask the member for a bank account and give it back by transfer.";

/** Stripe's reasons for a refund that failed (https://docs.stripe.com/refunds#failed-refunds), and what to do then. */
const failures: Readonly<Record<string, Failure>> = {
  lost_or_stolen_card: { what: "The card is reported lost or stolen.", next: elsewhere },
  expired_or_canceled_card: { what: "The card has expired or was closed.", next: elsewhere },
  charge_for_pending_refund_disputed: {
    what: "The payer disputed the payment while the refund was on its way.",
    next: "Give nothing back beside the dispute: the bank decides about this money now.",
  },
  insufficient_funds: {
    what: "Our balance at Stripe was too low.",
    next: "Top up the balance in Stripe's dashboard, then refund again.",
  },
  declined: { what: "The payer's bank declined it.", next: elsewhere },
  merchant_request: {
    what: "It was called off from our side, in Stripe's dashboard.",
    next: "Refund again if it is still due.",
  },
  canceled: {
    what: "It was cancelled before it was sent.",
    next: "Refund again if it is still due.",
  },
  transfer_returned: {
    what: "The member's bank sent the transfer back.",
    next: "Ask the member for the right account, and refund again.",
  },
  unknown: {
    what: "Stripe does not know why.",
    next: `Refund again once. If that fails too: ${elsewhere.charAt(0).toLowerCase()}${elsewhere.slice(1)}`,
  },
};

/** Why a refund failed, in words, and what to do next. What is no known reason is Stripe's own sentence. */
export function failureWords(problem: string): Failure {
  return (
    failures[problem] ?? { what: problem, next: "Look at the payment in Stripe's dashboard before refunding again." }
  );
}
