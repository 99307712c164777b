import { storefrontIds } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { elementsAskedFor, type NoticeElement } from "./notice-facts.ts";
import { ruleOnTakedownNotice, type TakedownNoticeQuestion } from "./rule-on-notice.ts";

const at = new Date("2026-11-20T15:00:00.000Z");
const complete = { signature: true, work: true, material: true, contact: true, goodFaith: true, accuracy: true };
const asked = (question: Partial<TakedownNoticeQuestion>) =>
  ruleOnTakedownNotice({
    storefront: "image-ai-run",
    at,
    kind: "copyright",
    elements: complete,
    hosting: "kept",
    ...question,
  });

function ruled(question: Partial<TakedownNoticeQuestion>) {
  const answered = asked(question);
  if (answered.kind === "needs") throw new Error(answered.explanation.staff);
  return answered.ruling;
}

describe.each(storefrontIds)("a notice at %s", (storefront) => {
  it("is acted on when it is complete, within two business days", () => {
    const { outcome, clauses } = ruled({ storefront });
    const removeBy = new Date("2026-11-24T15:00:00.000Z");
    expect(outcome).toEqual({ action: "remove", removeBy, canBeCountered: true });
    expect(clauses[0]?.id).toBe("LAW-COPYRIGHT-NOTICE");
  });

  it.each(elementsAskedFor.copyright)("without %s is asked to be completed, and nothing goes", (element) => {
    const { outcome } = ruled({ storefront, elements: { ...complete, [element]: false } });
    expect(outcome).toEqual({
      action: "ask-to-complete",
      missing: [element],
      answerBy: new Date("2026-11-23T15:00:00.000Z"),
      cureBy: new Date("2026-12-07T15:00:00.000Z"),
    });
  });

  it("of what we do not keep is answered truthfully, complete or not", () => {
    for (const signature of [true, false]) {
      const { outcome } = ruled({ storefront, hosting: "not-kept", elements: { ...complete, signature } });
      expect(outcome).toEqual({ action: "say-not-hosted", answerBy: new Date("2026-11-23T15:00:00.000Z") });
    }
  });

  it("about an intimate picture is acted on within 48 hours by the clock, and cannot be countered", () => {
    const elements = { signature: true, material: true, contact: true, goodFaith: true };
    const { outcome, clauses } = ruled({ storefront, kind: "intimate-imagery", elements });
    const removeBy = new Date("2026-11-22T15:00:00.000Z");
    expect(outcome).toEqual({ action: "remove", removeBy, canBeCountered: false });
    expect(clauses.map(({ id }) => id)).toEqual(["LAW-NCII"]);
  });
});

describe("what nobody has looked for", () => {
  it("is asked for by name, with the clauses that ask", () => {
    const { signature, ...elements } = complete;
    expect(asked({ elements })).toMatchObject({
      kind: "needs",
      missing: ["signature"],
      explanation: {
        member: "We cannot say yet: we first need to know whether the notice is signed (clause LAW-COPYRIGHT-NOTICE).",
      },
    });
    expect(asked({ hosting: undefined })).toMatchObject({ kind: "needs", missing: ["hosting"] });
  });

  it("is not asked for where it changes nothing", () => {
    const unread: NoticeElement[] = ["signature", "work", "contact", "goodFaith", "accuracy"];
    const elements = Object.fromEntries(unread.map((element) => [element, undefined]));
    expect(asked({ hosting: "not-kept", elements: { material: true, ...elements } })).toMatchObject({
      kind: "ruled",
      ruling: { outcome: { action: "say-not-hosted" } },
    });
    expect(asked({ elements: { ...complete, material: false }, hosting: undefined })).toMatchObject({
      ruling: { outcome: { action: "ask-to-complete", missing: ["material"] } },
    });
  });
});

it("tells the sender what is missing and how to add it", () => {
  expect(ruled({ elements: { ...complete, signature: false, contact: false } }).explanation.member).toBe(
    "The notice is not complete. A copyright notice that lacks one of its six parts is not acted on yet, and we say what " +
      "is missing (clauses LAW-COPYRIGHT-NOTICE, IAI-a40, IAI-12.1). Sign it, by hand or by typing your full name. Give an " +
      "address, a phone number or an e-mail address at which we reach you. You can add this until 7 December 2026.",
  );
});
