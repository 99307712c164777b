const words: Readonly<Record<string, string>> = {
  "staff.sign-in": "Signed in",
  "staff.add": "Added a person to the staff",
  "member.reset-password": "Set a new password",
  "case.confirmed": "Confirmed a breach",
  "case.overturned": "Overturned a block",
  "case.reveal-prompt": "Looked at a prompt",
  "review.lapse": "Let a review lapse",
  "history-entry.erase": "Erased a history entry",
  "order.refund": "Refunded an order",
  "order.refund-elsewhere": "Wrote down a refund made at the payment processor",
  "refund.failed": "Took back a refund that failed",
  "dispute.opened": "Froze the credits of a disputed order",
  "dispute.won": "Unfroze the credits of a disputed order",
  "dispute.lost": "Charged back a disputed order",
  "subscription.end-withdrawn": "Cancelled a subscription whose member withdrew",
  "plan.change-price": "Set a new price",
  "subscription.cancel-by-mail": "Cancelled a subscription for a member's mail",
  "subscription.pay-back": "Paid back a renewal that came after its cancellation",
  "subscription.tell-price": "Told a subscriber of a new price",
  "subscription.carry-price": "Had a renewal carry a new price",
  "subscription.invoice-parked": "Kept an invoice for a person to look at",
  "order.unsettled": "Left an order unsettled that was paid otherwise than ordered",
  "payment-event.hear-again": "Heard a payment event again",
  "reconciliation.compare": "Had a day compared with Stripe again",
  "case.open": "Opened a case",
  "case.suspected": "Found good reason to suspect a breach",
  "case.dismissed": "Dismissed a case about an account",
  "pattern.found": "Noticed a pattern that a person looks at",
  "sanction.warning": "Warned a member",
  "sanction.limit": "Limited an account",
  "sanction.suspension": "Suspended an account",
  "sanction.termination": "Decided to close an account",
  "sanction.lift": "Lifted a limit or a suspension",
  "sanction.withdraw": "Withdrew the closing of an account",
  "keys.end": "Ended every API key of a member",
  "member.closed": "Closed an account",
  "subscription.end-closed": "Cancelled the subscription of a closed account",
  "case.closed": "Closed a case about money",
  "artifact.purge": "Deleted an artifact",
  "upload.purge": "Deleted an upload",
  "provider.stop": "Stopped a provider",
  "provider.let-run": "Let a provider run again",
  "provider.set-places": "Set how much a provider may have in flight",
  "model.stop": "Stopped a model",
  "model.let-run": "Let a model run again",
  "storefront.stop": "Stopped a storefront",
  "storefront.let-run": "Let a storefront run again",
  "preservation.place": "Preserved something for the law",
  "preservation.end": "Ended a preservation",
};

/** What was done, as a person says it; an act that has no words yet is shown by its name. */
export function actWords(act: string): string {
  return words[act] ?? act;
}

/** Parts of the system that act by themselves. */
export function systemPart(actor: string): string | null {
  return actor.startsWith("system:") ? actor.slice("system:".length) : null;
}
