import { storefrontIds } from "@covenant/domain";
import { expect, it } from "vitest";
import { asksForMembership, lapseOfMembership } from "./asks-for-membership.ts";
import { membershipAt } from "./membership.ts";

const now = new Date("2026-11-21T12:00:00Z");

it("is ModelMyImage's alone", () => {
  expect(storefrontIds.filter((id) => asksForMembership(id, now))).toEqual(["modelmyimage"]);
});

it("lapses at the instant from which a membership counts no more", () => {
  const facts = { state: "past-due", pastDueSince: now, paidUntil: null } as const;
  const lapse = lapseOfMembership(now);
  expect(membershipAt(facts, new Date(lapse.getTime() - 1))).toBe("good");
  expect(membershipAt(facts, lapse)).toBe("inactive");
});
