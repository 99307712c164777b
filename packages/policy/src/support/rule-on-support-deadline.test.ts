import { expect, it } from "vitest";
import { ruleOnSupportDeadline } from "./rule-on-support-deadline.ts";

const friday = new Date("2026-11-20T15:00:00.000Z");
const answerBy = new Date("2026-11-25T15:00:00.000Z");

it.each(["mail", "form"] as const)("aims at three business days at Image-AI.run, by %s", (channel) => {
  const { outcome, clauses } = ruleOnSupportDeadline({ storefront: "image-ai-run", at: friday, channel });
  expect(outcome).toEqual({ isAimOfTerms: true, answerBy });
  expect(clauses.map(({ id }) => id)).toContain("IAI-13.4");
});

it.each(["modelmyimage", "apimodels"] as const)("promises nothing at %s, and says so", (storefront) => {
  const ruling = ruleOnSupportDeadline({ storefront, at: friday, channel: "form" });
  expect(ruling.outcome).toEqual({ isAimOfTerms: false, answerBy });
  expect(ruling.explanation.member).toContain("promise no time");
  expect(ruling.explanation.member).toContain("it is no promise");
  expect(ruling.clauses.map(({ source }) => source)).toEqual(["assumed"]);
});
