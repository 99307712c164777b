import { describe, expect, it } from "vitest";
import { decide } from "../decide.ts";
import { amend } from "../packs/amend.ts";
import { amendBook } from "../packs/amend-book.ts";
import { packs } from "../packs/packs.ts";
import { settlementFamily } from "../settlement/facts.ts";
import { differenceBetween } from "../versions/difference.ts";
import { versionFaults } from "./version-laws.ts";

const successions = Object.values(packs).flatMap(({ versions }) =>
  versions.slice(1).map((after, index) => ({ before: versions[index] ?? after, after, name: after.storefront })),
);

describe.each(successions)("$name, terms of $after.version", ({ before, after }) => {
  it("were announced in time, change no rule without a clause, and say why each change matters", () => {
    expect(versionFaults(before, after)).toEqual([]);
  });

  it("leave the sentences of the storefront's own documents and of the law alone", () => {
    const { changes } = differenceBetween(before, after);
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(["assumed", "interpreted"]).toContain((change.before ?? change.after).source);
  });

  it("cost nobody more: no strike lasts longer, no end of a generation takes more credits", () => {
    const costs = { release: 0, review: 1, capture: 2 } as const;
    for (const facts of settlementFamily.points()) {
      const [was, is] = [before, after].map(({ rules }) => costs[decide(rules.settlement, facts).verdict.credits]);
      expect(is).toBeLessThanOrEqual(was ?? 0);
    }
    for (const facts of before.rules.sanction.family.points()) {
      const [was, is] = [before, after].map(({ rules }) => decide(rules.sanction, facts).verdict.expiresAfterDays ?? 0);
      expect(is).toBeLessThanOrEqual(was ?? 0);
    }
  });

  it("give other rulings than before", () => {
    const strike = { category: "hate", standing: "established" } as const;
    expect([before, after].map(({ rules }) => decide(rules.sanction, strike).verdict.expiresAfterDays)).toEqual([
      180, 120,
    ]);
  });
});

it("finds what breaks the laws of versions", () => {
  const [mmi] = packs.modelmyimage.versions;
  if (!mmi) throw new Error("ModelMyImage has terms");
  const acting = { id: "MMI-7.1", matters: "It is gone." };
  const words = { id: "MMI-2.1", matters: "Nothing." };
  const faultsOf = (parts: object) =>
    versionFaults(
      mmi,
      amend(mmi, { version: "2028-02-15", announced: "2028-01-01", inShort: "", changed: [], rules: {}, ...parts }),
    );
  expect(faultsOf({ removed: [acting], announced: "2028-01-16" })).toEqual([]);
  expect(faultsOf({ removed: [acting], announced: "2028-01-17" })).toEqual([
    expect.stringContaining("29 days of notice"),
  ]);
  expect(faultsOf({ announced: "2028-02-16" })).toContainEqual(expect.stringContaining("before it is announced"));
  expect(faultsOf({ announced: "2026-02-16" })).toEqual([expect.stringContaining("is in force")]);
  expect(faultsOf({ removed: [{ ...acting, matters: null }] })).toEqual([expect.stringContaining("nobody is told")]);
  expect(faultsOf({ removed: [words] })).toEqual([expect.stringContaining("said to matter")]);
  const grace = amendBook(mmi.rules.grace, { changed: { "MMI-a16/grace": { says: "Otherwise." } } });
  expect(faultsOf({ rules: { grace } })).toEqual([expect.stringContaining("MMI-a16/grace is another rule")]);
});
