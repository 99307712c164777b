import { expect, it } from "vitest";
import { documentFaults } from "./document-parts.ts";
import type { TermsPack } from "./pack.ts";
import { packs } from "./packs.ts";

it.each(Object.values(packs))(
  "has a clause for each part of the documents of $storefront, and no other that is stated",
  (pack) => {
    expect(pack.documents.length).toBeGreaterThan(0);
    expect(documentFaults(pack)).toEqual([]);
  },
);

/** The pack with the clauses of its first version made something else. */
function changed(pack: TermsPack, change: (clause: TermsPack["versions"][number]["clauses"][number]) => object | null) {
  const versions = pack.versions.map((terms) => {
    const clauses = terms.clauses.flatMap((clause) => {
      const made = change(clause);
      return made === null ? [] : [{ ...clause, ...made }];
    });
    return { ...terms, clauses, clauseById: new Map(clauses.map((clause) => [clause.id, clause])) };
  });
  return documentFaults({ ...pack, versions });
}

it("names a stated clause that was taken away, and one whose source was changed", () => {
  const pack = packs["image-ai-run"];
  expect(changed(pack, (clause) => (clause.id === "IAI-5.4" ? null : {}))).toEqual([
    "image-ai-run: Terms 5 (no training) wants IAI-5.4, marked as stated",
  ]);
  expect(changed(pack, ({ id }) => (id === "IAI-3.6" ? { source: "assumed" } : {}))).toHaveLength(1);
  expect(changed(pack, ({ id }) => (id === "IAI-a3" ? { source: "stated" } : {}))).toEqual([
    "image-ai-run: IAI-a3 is marked as stated, and no part of the documents states it",
  ]);
});
