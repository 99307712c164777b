import { refundGrounds, storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { answerOrderRefund, type OrderRefundIntake } from "./answer-order-refund.ts";
import { type Asked, asked, days } from "./asked-refund.ts";
import { ruleOnOrderRefund } from "./rule-on-order-refund.ts";

type Unknown = Partial<OrderRefundIntake["consumer"]>;
const answered = (facts: Asked, unknown: Unknown) => {
  const question = asked(facts);
  return answerOrderRefund({ ...question, consumer: { ...question.consumer, ...unknown } });
};

describe.each(storefrontIds)("at %s", (storefront) => {
  it("a withdrawal needs the country while a window may be running somewhere", () => {
    const unclear = answered({ storefront }, { country: null });
    expect(unclear).toMatchObject({ kind: "needs", missing: ["withdrawal"] });
    expect(unclear).toMatchObject({
      explanation: { member: expect.stringContaining("in which country the member lives") },
    });
  });

  it("needs the country for no refund that the law gives everybody", () => {
    for (const ground of ["duplicate-charge", "billing-error", "late-renewal"] as const) {
      expect(answered({ storefront, ground }, { country: null, startConsent: null })).toMatchObject({
        kind: "ruled",
        ruling: { outcome: { kind: "refund", whole: true } },
      });
    }
  });

  it("says the same as the ruling once everything is known", () => {
    for (const ground of refundGrounds) {
      const question = asked({ storefront, ground });
      expect(answerOrderRefund(question)).toEqual({ kind: "ruled", ruling: ruleOnOrderRefund(question) });
    }
  });

  it("of a country nobody knows says nothing that is not so in every country", () => {
    for (const ground of refundGrounds) {
      for (const now of [days(3), days(15), days(17), days(40)]) {
        const unclear = answered({ storefront, ground, now }, { country: null });
        const outcomes = ["DE", "GB", "US", "BG", "ES"].map((country) => {
          const question = asked({ storefront, ground, now });
          return ruleOnOrderRefund({ ...question, consumer: { ...question.consumer, country } }).outcome;
        });
        if (unclear.kind === "needs") continue;
        for (const outcome of outcomes) expect(outcome).toEqual(unclear.ruling.outcome);
      }
    }
  });
});

it("asks for consent only while a window is running", () => {
  expect(answered({}, { startConsent: null })).toMatchObject({ kind: "needs", missing: ["startConsent"] });
  expect(answered({ now: days(40) }, { startConsent: null })).toMatchObject({ kind: "ruled" });
});
