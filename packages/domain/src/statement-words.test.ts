import { expect, it } from "vitest";
import { changesOf, entryWords, formatMonth } from "./statement-words.ts";
import { buckets, entryKinds } from "./wallet.ts";

it("has words of its own for every kind of entry, and no name of a bucket in them", () => {
  const words = entryKinds.map((kind) => entryWords({ kind, to: "available" }));
  expect(new Set(words).size).toBe(entryKinds.length);
  for (const sentence of words) expect(sentence).toMatch(/^[A-Z][^→]+[^.]$/);
});

it("says where credits went that came back to a lot that is gone", () => {
  expect(entryWords({ kind: "release", to: "available" })).toBe("Returned, not charged");
  expect(entryWords({ kind: "release", to: "expired" })).toBe("Returned, not charged; expired with its lot");
  expect(entryWords({ kind: "unreclaim", to: "frozen" })).toContain("frozen with its disputed order");
  expect(entryWords({ kind: "expire", to: "expired" })).toBe("Expired");
});

it("keeps what a member has when credits only move between their own buckets", () => {
  const own = ["available", "held", "frozen"] as const;
  for (const from of buckets)
    for (const to of buckets) {
      const { available, held, frozen } = changesOf({ from, to, credits: 3 });
      const leaves = own.some((bucket) => bucket === from);
      const arrives = own.some((bucket) => bucket === to);
      expect(available + held + frozen).toBe(3 * (Number(arrives) - Number(leaves)));
    }
});

it("names a month", () => {
  expect(formatMonth("2026-01")).toBe("January 2026");
});
