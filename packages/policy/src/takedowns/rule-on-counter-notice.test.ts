import { storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { counterElements } from "./counter-facts.ts";
import { type CounterNoticeQuestion, ruleOnCounterNotice } from "./rule-on-counter-notice.ts";

const at = new Date("2026-11-21T09:00:00.000Z");
const complete = { signature: true, material: true, mistake: true, court: true };
const asked = (question: Partial<CounterNoticeQuestion>) =>
  ruleOnCounterNotice({
    storefront: "apimodels",
    at,
    kind: "copyright",
    elements: complete,
    claimant: "silent",
    copy: "kept",
    ...question,
  });

function ruled(question: Partial<CounterNoticeQuestion>) {
  const answered = asked(question);
  if (answered.kind === "needs") throw new Error(answered.explanation.staff);
  return answered.ruling;
}

const window = {
  earliestAt: new Date("2026-12-07T09:00:00.000Z"),
  targetAt: new Date("2026-12-09T09:00:00.000Z"),
  latestAt: new Date("2026-12-11T09:00:00.000Z"),
};

describe.each(storefrontIds)("a complete counter-notice at %s", (storefront) => {
  it("puts back on business day 12, and never outside 10 to 14", () => {
    expect(ruled({ storefront }).outcome).toEqual({ action: "put-back", ...window });
  });

  it("puts nothing back where no copy is left, and stops the notice from counting on the same days", () => {
    expect(ruled({ storefront, copy: "gone" }).outcome).toEqual({ action: "clear", ...window });
  });

  it("leaves it down once the claimant sues", () => {
    expect(ruled({ storefront, claimant: "sued" }).outcome).toEqual({ action: "stay-down", why: "sued" });
  });

  it("brings back no intimate picture, whatever it carries", () => {
    for (const claimant of ["silent", "sued"] as const) {
      const { outcome, clauses } = ruled({ storefront, kind: "intimate-imagery", claimant });
      expect(outcome).toEqual({ action: "stay-down", why: "intimate-imagery" });
      expect(clauses.map(({ id }) => id)).toEqual(["LAW-NCII"]);
    }
  });
});

it.each(counterElements)("asks for %s where it is missing", (element) => {
  const { outcome } = ruled({ elements: { ...complete, [element]: false } });
  const answerBy = new Date("2026-11-23T09:00:00.000Z");
  expect(outcome).toEqual({ action: "ask-to-complete", missing: [element], answerBy });
});

it("needs to know what nobody has looked for, unless it changes nothing", () => {
  expect(asked({ elements: {}, copy: undefined })).toMatchObject({
    kind: "needs",
    missing: ["copy", "signature", "material", "mistake", "court"],
  });
  expect(asked({ elements: {}, copy: undefined, claimant: "sued" })).toMatchObject({ kind: "ruled" });
  expect(asked({ elements: {}, kind: "intimate-imagery" })).toMatchObject({ kind: "ruled" });
});

it("tells the member the day, and the days around it", () => {
  expect(ruled({}).explanation.member).toContain(
    "We put the material back on 9 December 2026, and not before 7 December 2026 or after 11 December 2026, unless the claimant goes to court.",
  );
});
