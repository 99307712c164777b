import { describe, expect, it } from "vitest";
import { interpreted, stated } from "../clause.ts";
import { amend } from "../packs/amend.ts";
import { amendBook } from "../packs/amend-book.ts";
import type { TermsVersion } from "../packs/pack.ts";
import { packs } from "../packs/packs.ts";
import { termsPack } from "../packs/terms-pack.ts";
import { announcedTerms, findTerms, publishedTerms, termsInForce } from "../terms-in-force.ts";
import { differenceBetween } from "./difference.ts";

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const nameOf = (terms: TermsVersion | null) => terms?.version ?? null;
const { privacy, versions: mmiVersions } = packs.modelmyimage;
const [mmi] = mmiVersions;
if (!mmi) throw new Error("ModelMyImage has terms");

const nothing = { announced: "2028-01-01", inShort: "nothing", changed: [], rules: {} } as const;
const reworded = {
  clause: stated("MMI-2.1", "informs", "What we do", "You give us pictures and get models."),
  matters: null,
};

describe("versions through time", () => {
  it.each([
    ["modelmyimage", "2026-11-09", "2027-02-15"],
    ["apimodels", "2026-11-12", "2027-03-01"],
    ["image-ai-run", "2026-11-16", "2027-03-15"],
  ] as const)("%s: announced from %s, in force from %s", (storefront, announced, version) => {
    const [before, told, ruling] = [new Date(at(announced).getTime() - 86_400_000), at(announced), at(version)];
    const first = nameOf(termsInForce(storefront, before));
    expect([before, told, ruling].map((day) => nameOf(announcedTerms(storefront, day)))).toEqual([null, version, null]);
    expect(nameOf(termsInForce(storefront, told))).toBe(first);
    expect(nameOf(termsInForce(storefront, new Date(`${version}T00:00:00Z`)))).toBe(version);
    expect(publishedTerms(storefront, before).map(nameOf)).toEqual([first]);
    expect(publishedTerms(storefront, told).map(nameOf)).toEqual([first, version]);
    expect(nameOf(findTerms(storefront, version))).toBe(version);
    expect(findTerms(storefront, "2020-01-01")).toBeNull();
  });

  it("says of each clause from when to when it reads so", () => {
    const later = {
      ...nothing,
      version: "2028-02-15",
      changed: [reworded],
      removed: [{ id: "MMI-a7", matters: null }],
    };
    const { versions } = termsPack({
      ...mmi,
      documents: [],
      privacy,
      first: mmi,
      amendments: [{ ...nothing, version: "2028-02-01" }, later],
    });
    const life = (id: string) =>
      versions.map(({ clauseById }) => clauseById.get(id)).map((c) => c && [c.since, c.until]);
    const whole = ["2026-03-01", "2028-02-15"];
    expect(life("MMI-2.1")).toEqual([whole, whole, ["2028-02-15", null]]);
    expect(life("MMI-a7")).toEqual([whole, whole, undefined]);
    expect(life("MMI-1.1")).toEqual(Array(3).fill(["2026-03-01", null]));
  });

  it("cannot change or remove what is not there, nor add what is", () => {
    const clause = interpreted("MMI-i99", "ruling", "", "");
    const [version, matters, document] = ["2028-02-15", null, "terms"] as const;
    expect(() => amend(mmi, { ...nothing, version, changed: [{ clause, matters }] })).toThrow("MMI-i99");
    expect(() => amend(mmi, { ...nothing, version, removed: [{ id: "MMI-i99", matters }] })).toThrow("MMI-i99");
    expect(() => amend(mmi, { ...nothing, version, added: [{ ...reworded, document }] })).toThrow("MMI-2.1");
    expect(() => amendBook(mmi.rules.grace, { dropped: ["MMI-i99/gone"] })).toThrow("MMI-i99/gone");
  });
});

describe("a difference", () => {
  const to = (parts: object) => amend(mmi, { ...nothing, version: "2028-02-15", ...parts });

  it("is editorial where only words change, and empty where nothing does", () => {
    const difference = differenceBetween(mmi, to({ changed: [reworded] }));
    expect(difference).toMatchObject({ from: "2026-03-01", to: "2028-02-15", weight: "editorial", unsaid: [] });
    expect(difference.changes).toMatchObject([{ id: "MMI-2.1", kind: "reworded", weight: "editorial", rules: [] }]);
    expect(differenceBetween(mmi, to({}))).toMatchObject({ weight: "editorial", changes: [] });
  });

  it("is material where a clause that acts comes, goes or reads otherwise", () => {
    const acting = stated("MMI-7.1", "no-cards", "Card details never reach us", "We see no card numbers.");
    const added = {
      clause: interpreted("MMI-i99", "no-cards", "New", "New."),
      document: "terms",
      matters: "It helps.",
    };
    const changes = [
      { changed: [{ clause: acting, matters: null }] },
      { added: [added] },
      { removed: [{ id: "MMI-7.1", matters: "It is gone." }] },
    ].map((parts) => differenceBetween(mmi, to(parts)));
    expect(changes.map(({ weight }) => weight)).toEqual(Array(3).fill("material"));
    expect(changes.map((each) => each.changes.map(({ kind, matters }) => [kind, matters]))).toEqual([
      [["reworded", null]],
      [["added", "It helps."]],
      [["removed", "It is gone."]],
    ]);
  });

  it("names a rule that changes behind sentences that stand", () => {
    const grace = amendBook(mmi.rules.grace, { changed: { "MMI-a16/grace": { says: "Otherwise." } } });
    const difference = differenceBetween(mmi, to({ rules: { grace } }));
    expect(difference).toMatchObject({ weight: "material", changes: [], unsaid: ["MMI-a16/grace"] });
  });

  it("goes forward in time only", () => {
    expect(() => differenceBetween(to({}), mmi)).toThrow(RangeError);
  });
});
