import type { RulingView } from "@covenant/domain";
import { expect, it } from "vitest";
import { groupRulings } from "./group-rulings.ts";

const ruling = (question: RulingView["question"], explanation: string): RulingView => ({
  question,
  outcome: "keep",
  explanation,
  clauses: [],
  overridden: [],
  termsVersion: "2026-01-01",
});

it("tells each question once and each answer once, however many files it was asked for", () => {
  const grouped = groupRulings([
    ruling("settlement", "You pay."),
    ruling("retention", "An hour."),
    ruling("retention", "An hour."),
    ruling("retention", "Ten minutes more."),
  ]);
  expect(grouped.map(({ question, answers }) => [question, ...answers.map(({ explanation }) => explanation)])).toEqual([
    ["settlement", "You pay."],
    ["retention", "An hour.", "Ten minutes more."],
  ]);
});
