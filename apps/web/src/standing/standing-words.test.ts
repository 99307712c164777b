import type { SanctionId, SanctionView } from "@covenant/domain";
import { dayText } from "@covenant/ui";
import { expect, it } from "vitest";
import { limitSentence, strikeSentence } from "./standing-words.ts";

const expiresAt = "2027-05-20T12:00:00.000Z";
const day = dayText(expiresAt);

it.each([
  ["pending", `It weighs nothing while it waits for a person; if confirmed, it weighs 1 until ${day}.`],
  ["counting", `It weighs 1 until it expires on ${day}.`],
  ["void", "It was found wrong and weighs nothing."],
  ["expired", `It expired on ${day}, stays on record, and weighs nothing any more.`],
] as const)("says in one sentence what a strike that is %s weighs", (state, sentence) => {
  expect(strikeSentence({ state, weight: 1, expiresAt })).toBe(sentence);
});

const limit: SanctionView = {
  id: "san_1" as SanctionId,
  caseId: "cas_1" as SanctionView["caseId"],
  kind: "limit",
  state: "in-force",
  about: "fraud",
  statement: "",
  clause: {
    id: "IAI-a57",
    title: "Warnings and limits",
    text: "",
    termsVersion: "2026-05-21",
    source: "assumed",
    path: "/",
  },
  imposedAt: "2026-11-21T12:00:00.000Z",
  endsAt: "2026-12-05T12:00:00.000Z",
  running: 1,
  undoneAt: null,
  appeal: null,
};

it("names the limit that lasts longest, and none that is over or undone", () => {
  const later = { ...limit, endsAt: "2026-12-09T12:00:00.000Z" };
  const sentence = `Limited to 1 generation at a time until ${dayText(later.endsAt)}, by clause IAI-a57.`;
  expect(limitSentence([limit, later])).toBe(sentence);
  expect(
    limitSentence([
      { ...limit, state: "over" },
      { ...limit, state: "undone" },
    ]),
  ).toBeUndefined();
  expect(limitSentence([{ ...limit, kind: "suspension" }])).toBeUndefined();
});
