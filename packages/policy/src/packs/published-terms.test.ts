import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packs } from "./packs.ts";
import { changesSince, type Fingerprints, fingerprintsOf } from "./published-terms.ts";

const published: Record<string, Fingerprints> = JSON.parse(
  readFileSync(new URL("./published-terms.json", import.meta.url), "utf8"),
);
const versions = Object.values(packs).flatMap((pack) => pack.versions);

describe.each(versions)("$storefront, terms of $version", (terms) => {
  it("read and decide as they were published; a change is a version of its own", () => {
    const was = published[`${terms.storefront} ${terms.version}`] ?? {};
    const now = fingerprintsOf(terms);
    expect(changesSince(was, now)).toEqual([]);
    // What is new here was not published yet: `pnpm --filter @covenant/policy publish-terms` writes it down.
    expect(Object.keys(now).filter((name) => was[name] === undefined)).toEqual([]);
  });
});

it("notices a word, a source, a threshold, a narrowed condition and a clause that is gone", () => {
  const [terms] = packs["image-ai-run"].versions;
  if (terms === undefined) throw new Error("the pack has no version");
  const was = fingerprintsOf(terms);
  const [first, ...rest] = terms.clauses;
  if (first === undefined) throw new Error("the version has no clause");
  const withClause = (clause: object) =>
    changesSince(was, fingerprintsOf({ ...terms, clauses: [{ ...first, ...clause }, ...rest] }));
  expect(withClause({ text: `${first.text} Not.` })).toEqual([`${first.id} reads or decides otherwise`]);
  expect(withClause({ source: "assumed" })).toHaveLength(1);
  expect(changesSince(was, fingerprintsOf({ ...terms, clauses: rest }))).toEqual([`${first.id} is gone`]);
  const { pattern } = terms.rules;
  const rules = pattern.rules.map((rule) => ({ ...rule, when: { op: "always" } as const }));
  const loosened = { ...terms, rules: { ...terms.rules, pattern: { ...pattern, rules } } };
  expect(changesSince(was, fingerprintsOf(loosened)).every((change) => change.startsWith("pattern "))).toBe(true);
  expect(changesSince(was, fingerprintsOf(loosened)).length).toBeGreaterThan(0);
});
