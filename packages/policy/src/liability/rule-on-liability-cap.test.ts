import { describe, expect, it } from "vitest";
import { type LiabilityCapQuestion, ruleOnLiabilityCap } from "./rule-on-liability-cap.ts";

const at = new Date("2026-08-31T12:00:00.000Z");
const claimAt = new Date("2026-11-21T12:00:00.000Z");
const paid = (paidAt: string, usdMinor: number) => ({ paidAt: new Date(paidAt), usdMinor });
const payments = [
  paid("2025-08-31T11:59:59.999Z", 1),
  paid("2025-08-31T12:00:00.000Z", 700),
  paid("2025-11-21T12:00:00.000Z", 2000),
  paid("2026-08-31T12:00:00.000Z", 30_000),
  paid("2026-11-21T12:00:00.000Z", 500_000),
];
const asked = (question: Partial<LiabilityCapQuestion>) =>
  ruleOnLiabilityCap({
    storefront: "modelmyimage",
    at,
    claimAt,
    loss: "direct",
    limitable: true,
    payments,
    ...question,
  });

function ruled(question: Partial<LiabilityCapQuestion>) {
  const answered = asked(question);
  if (answered.kind === "needs") throw new Error(answered.explanation.staff);
  return answered.ruling;
}

describe("ModelMyImage", () => {
  it("counts what was paid in the twelve months before the claim, by the calendar", () => {
    expect(ruled({}).outcome).toMatchObject({ cap: "amount", usdMinor: 32_000, to: claimAt });
    expect(ruled({ payments: [] }).outcome).toMatchObject({ usdMinor: 0 });
  });

  it("owes nothing for indirect loss, as far as the law allows", () => {
    expect(ruled({ loss: "indirect" }).outcome).toMatchObject({ cap: "amount", usdMinor: 0 });
    expect(ruled({ loss: "indirect", limitable: false }).outcome).toEqual({ cap: "none", why: "law" });
  });
});

describe("Image-AI.run", () => {
  const storefront = "image-ai-run";

  it("counts what was paid in the twelve months before the event, and never less than 100 dollars", () => {
    const from = new Date("2025-08-31T12:00:00.000Z");
    expect(ruled({ storefront }).outcome).toEqual({ cap: "amount", usdMinor: 10_000, from, to: at });
    const more = [...payments, paid("2026-01-01T00:00:00.000Z", 9_000)];
    expect(ruled({ storefront, payments: more }).outcome).toMatchObject({ usdMinor: 11_700 });
  });

  it("ends a year's count on the last day of February where the event was on the 29th", () => {
    const leapDay = new Date("2028-02-29T12:00:00.000Z");
    expect(ruled({ storefront, at: leapDay, claimAt: leapDay }).outcome).toMatchObject({
      from: new Date("2027-02-28T12:00:00.000Z"),
    });
  });
});

it("applies no cap at apimodels.app, whose terms name none", () => {
  const { outcome, clauses } = ruled({ storefront: "apimodels" });
  expect(outcome).toEqual({ cap: "none", why: "silent" });
  expect(clauses.map(({ id }) => id)).toEqual(["API-i15"]);
});

it("asks whether the law allows a limit, where a limit would apply or the reason hangs on it", () => {
  expect(asked({ limitable: undefined })).toMatchObject({ kind: "needs", missing: ["limitable"] });
});

it("takes whole cents only", () => {
  expect(() => asked({ payments: [paid("2026-05-01T00:00:00.000Z", 0.5)] })).toThrow(RangeError);
});
