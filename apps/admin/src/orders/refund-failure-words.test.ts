import { expect, it } from "vitest";
import { failureWords } from "./refund-failure-words.ts";

it.each([
  "lost_or_stolen_card",
  "expired_or_canceled_card",
  "charge_for_pending_refund_disputed",
  "insufficient_funds",
  "declined",
  "merchant_request",
  "canceled",
  "transfer_returned",
  "unknown",
])("says %s in words, and what to do", (code) => {
  const { what, next } = failureWords(code);
  expect(`${what} ${next}`).not.toContain("_");
  expect(next).toMatch(/^[A-Z].*\.$/);
});

it("leaves Stripe's own sentence as it is", () => {
  expect(failureWords("Charge ch_1 has been charged back; cannot issue a refund.").what).toContain("charged back");
});
