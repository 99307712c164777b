import { credits, disputeStates, type MemberRefundView, newId } from "@covenant/domain";
import { expect, it } from "vitest";
import { disputeWords, refundWords } from "./money-back-words.ts";

const refund: MemberRefundView = {
  id: newId("refund"),
  state: "succeeded",
  way: "payment",
  amount: { amountMinor: 990, currency: "USD" },
  reclaimed: credits(60),
  goodwill: credits(0),
  askedAt: "2026-11-21T12:00:00Z",
};

it("says where the money goes, and where to turn when it did not arrive", () => {
  expect(refundWords(refund)).toContain("goes to the way you paid");
  expect(refundWords({ ...refund, way: "transfer" })).toMatch(/bank account.*60 credits of the order were taken back/);
  expect(refundWords({ ...refund, way: "transfer" })).not.toContain("the way you paid");
  expect(refundWords({ ...refund, state: "failed" })).toContain("Write to us where it can go instead");
});

it("says that the bank has taken money only where it has", () => {
  const words = (state: (typeof disputeStates)[number]) => {
    const { title, detail } = disputeWords({ state, frozen: 60, openedAt: "2026-11-21T12:00:00Z" });
    return `${title} ${detail}`;
  };
  expect(words("inquiry")).toContain("taken nothing back");
  expect(words("dropped")).toContain("taking nothing back");
  expect(words("open")).toContain("has taken the money back");
  expect(words("prevented")).toContain("gave this payment back to you");
  expect(disputeStates.map(words).join(" ")).not.toContain("undefined");
});
