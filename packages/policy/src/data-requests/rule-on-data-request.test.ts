import { storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { dataRequestKinds } from "./facts.ts";
import { type DataRequestQuestion, ruleOnDataRequest } from "./rule-on-data-request.ts";

const at = new Date("2026-12-31T10:00:00.000Z");
const asked = (question: Partial<DataRequestQuestion>) =>
  ruleOnDataRequest({
    storefront: "modelmyimage",
    at,
    request: "access",
    identity: "verified",
    preservation: "none",
    effort: "ordinary",
    ...question,
  });

function ruled(question: Partial<DataRequestQuestion>) {
  const answered = asked(question);
  if (answered.kind === "needs") throw new Error(answered.explanation.staff);
  return answered.ruling;
}

describe.each(storefrontIds)("a request about data at %s", (storefront) => {
  it.each(dataRequestKinds)("for %s is answered in one month", (request) => {
    const { outcome } = ruled({ storefront, request });
    expect(outcome).toMatchObject({ answerBy: new Date("2027-01-31T10:00:00.000Z"), extendedTo: null });
  });

  it("that is complex has two months more, and the last day of a short month", () => {
    const asOfNovember = new Date("2026-11-30T10:00:00.000Z");
    const { outcome } = ruled({ storefront, at: asOfNovember, effort: "complex" });
    expect(outcome.answerBy).toEqual(new Date("2026-12-30T10:00:00.000Z"));
    expect(outcome.extendedTo).toEqual(new Date("2027-02-28T10:00:00.000Z"));
  });

  it("gives nothing to anyone we do not know, and erases nothing for them", () => {
    for (const request of dataRequestKinds) {
      for (const preservation of ["none", "standing"] as const) {
        const { outcome } = ruled({ storefront, request, identity: "unverified", preservation });
        expect(outcome).toMatchObject({ action: "prove-identity", stays: [] });
      }
    }
  });

  it("erases all but what is preserved, and names the records that stay", () => {
    for (const request of ["deletion", "close-account"] as const) {
      expect(ruled({ storefront, request }).outcome.action).toBe("erase");
      const { outcome } = ruled({ storefront, request, preservation: "standing" });
      expect(outcome.action).toBe("erase-rest");
      expect(outcome.stays).toContain("bills and payments");
    }
  });

  it("never lets a member read from its words or clauses that something is preserved", () => {
    for (const request of dataRequestKinds) {
      const [open, preserved] = (["none", "standing"] as const).map((preservation) =>
        ruled({ storefront, request, preservation }),
      );
      expect(preserved?.explanation.member).toBe(open?.explanation.member);
      expect(preserved?.clauses).toEqual(open?.clauses);
      expect(preserved?.overridden).toEqual(open?.overridden);
      expect(preserved?.outcomeName).toBe(open?.outcomeName);
    }
  });
});

it("asks who it is, or whether a preservation stands, where that decides", () => {
  expect(asked({ identity: undefined })).toMatchObject({ kind: "needs", missing: ["identity"] });
  expect(asked({ request: "deletion", preservation: undefined })).toMatchObject({ missing: ["preservation"] });
  expect(asked({ preservation: undefined })).toMatchObject({ kind: "ruled" });
  expect(asked({ identity: "unverified", request: "deletion", preservation: undefined })).toMatchObject({
    kind: "ruled",
  });
});

it.each([
  ["modelmyimage", "deletion", ["LAW-DATA-RIGHTS", "MMI-P7.1", "LAW-PRESERVATION"]],
  ["modelmyimage", "close-account", ["LAW-DATA-RIGHTS", "MMI-10.2", "LAW-PRESERVATION"]],
  ["apimodels", "export", ["LAW-DATA-RIGHTS", "API-P6.1"]],
  ["image-ai-run", "objection", ["LAW-DATA-RIGHTS", "IAI-i17"]],
] as const)("cites at %s for %s its clauses", (storefront, request, clauses) => {
  expect(ruled({ storefront, request }).clauses.map(({ id }) => id)).toEqual(clauses);
});
