import { expect, it } from "vitest";
import { capabilities, whoMay } from "./capability.ts";

it("says in words who may do what a role does not carry", () => {
  expect(whoMay("member.terminate")).toBe("Only an administrator may close an account.");
  expect(whoMay("case.decide")).toBe("Only a moderator or an administrator may decide a case.");
  expect(whoMay("order.refund")).toBe("Only support or an administrator may refund an order.");
});

it("shows nobody a capability's own name", () => {
  for (const capability of capabilities) expect(whoMay(capability)).not.toContain(capability);
});
