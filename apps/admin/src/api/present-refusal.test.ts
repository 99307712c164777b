import { Refusal, refusalCodes, refusalOf } from "@covenant/domain";
import { TRPCClientError } from "@trpc/client";
import { expect, it } from "vitest";
import { presentFailure } from "./present-refusal.ts";

/** An error as the api sends it. */
function answered(data: object): TRPCClientError<never> {
  return TRPCClientError.from({ error: { message: "column credits.id does not exist", code: -32603, data } } as never);
}

it.each(refusalCodes)("says %s in words, with no code in them", (code) => {
  const { title, detail = "" } = presentFailure(answered({ refusal: { code, facts: {} } }));
  expect(title).toMatch(/^[A-Z].*\.$/);
  expect(`${title} ${detail}`).not.toMatch(/undefined|NaN|\w+\/\w+/);
});

it("says what the other person answered when a case was decided meanwhile", () => {
  const refusal = { code: "case/already-decided", facts: { outcome: "overturned" } };
  expect(presentFailure(answered({ refusal })).detail).toContain("overturned");
});

it("says who may, whether the api or the page refused", () => {
  const facts = { capability: "act.read" };
  const byPage = new Refusal("staff/capability-missing", facts);
  expect(presentFailure(byPage)).toEqual(presentFailure(answered({ refusal: { code: byPage.code, facts } })));
  expect(presentFailure(byPage).detail).toContain("Only an administrator may read the record of acts.");
});

it("shows a field's complaint at the field", () => {
  expect(presentFailure(answered({ fields: { note: "Too short" } })).fields).toEqual({ note: "Too short" });
});

it("never shows the text of a bug, and keeps the request id to quote", () => {
  const failure = presentFailure(answered({ requestId: "r-1" }));
  expect(JSON.stringify(failure)).not.toContain("column");
  expect(failure.requestId).toBe("r-1");
  expect(refusalOf(new Error("boom"))).toBeNull();
});
