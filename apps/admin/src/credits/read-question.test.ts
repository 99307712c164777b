import { newId } from "@covenant/domain";
import { expect, it } from "vitest";
import { entryText, readQuestion } from "./read-question.ts";

const memberId = newId("member");
const orderId = newId("order");
const holdId = newId("hold");
const generationId = newId("generation");

it.each([
  [memberId, { of: "member", memberId }],
  [`  ${orderId} `, { of: "order", orderId }],
  [holdId, { of: "hold", holdId }],
  [generationId, { of: "generation", generationId }],
  ["ana@member.test", { of: "email", email: "ana@member.test" }],
  [entryText(memberId, 12), { of: "entry", memberId, version: 12 }],
  [`${memberId}#12`, { of: "entry", memberId, version: 12 }],
  ["41", { of: "seal", seal: 41 }],
  ["Seal #41", { of: "seal", seal: 41 }],
])("takes %s for what it is", (typed, question) => {
  expect(readQuestion(typed)).toEqual(question);
});

it.each(["", "ana", "0", `${memberId} 0`, "mem_12", `${orderId} 12`, "seal", newId("case")])(
  "asks nothing by %j",
  (typed) => {
    expect(readQuestion(typed)).toEqual({ of: "nothing" });
  },
);
