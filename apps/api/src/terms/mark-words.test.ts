import { expect, it } from "vitest";
import { markWords } from "./mark-words.ts";

it("marks the words that changed, and what lies between two changes as one run", () => {
  expect(markWords({ before: "Gone after three days at most.", after: "Gone within two weeks at most." })).toEqual([
    { kind: "same", text: "Gone " },
    { kind: "removed", text: "after three days" },
    { kind: "added", text: "within two weeks" },
    { kind: "same", text: " at most." },
  ]);
});

it.each([
  ["Alike.", "Alike."],
  ["", "Altogether new."],
  ["Altogether gone.", ""],
  ["A b c d e.", "A x c y e, and z."],
  ["One  two three", "one two  three"],
])("gives back both wordings whole: %j, %j", (before, after) => {
  const words = markWords({ before, after });
  const without = (kind: string) =>
    words
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join("");
  expect([without("added"), without("removed")]).toEqual([before, after]);
});
