import { expect, it } from "vitest";
import { type FailurePhrases, phraseFailure, refusalOf } from "./failure.ts";
import { Refusal, refusalCodes } from "./refusal.ts";

const refusals = Object.fromEntries(
  refusalCodes.map((code) => [code, () => ({ title: code })]),
) as unknown as FailurePhrases["refusals"];
const phrases: FailurePhrases = { refusals, unexpected: { title: "That did not work." } };

const answered = (data: unknown) => Object.assign(new Error("column credits.id does not exist"), { data });

it("says a refusal in its words, whether it came over the wire or was thrown here", () => {
  const refusal = { code: "key/revoked", facts: {} };
  expect(phraseFailure(answered({ refusal, requestId: "r-1" }), phrases)).toEqual({
    title: "key/revoked",
    requestId: "r-1",
  });
  expect(phraseFailure(new Refusal("key/revoked"), phrases)).toEqual({ title: "key/revoked" });
});

it("brings complaints to their fields", () => {
  expect(phraseFailure(answered({ refusal: null, fields: { email: "no" } }), phrases).fields).toEqual({ email: "no" });
});

it.each([answered(null), answered({ refusal: null, fields: null }), new Error("no line"), "thrown text", undefined])(
  "keeps the text of a bug to itself (%s)",
  (error) => {
    expect(phraseFailure(error, phrases)).toEqual({ title: "That did not work." });
    expect(refusalOf(error)).toBeNull();
  },
);
