import type { ReplayView } from "@covenant/domain";
import { expect, it } from "vitest";
import { figuresOf, groupCreditsOf } from "./replay-words.ts";

const replay: ReplayView = {
  storefront: "image-ai-run",
  version: "2027-03-15",
  since: "2026-08-23T12:00:00.000Z",
  read: 37,
  same: 14,
  flipped: 8,
  unreplayed: 15,
  members: 1,
  creditsMore: 12,
  creditsFewer: 0,
  flips: [],
  notReplayed: [],
};

it("says of every ruling that was read whether it was asked again, and how it came out", () => {
  expect(figuresOf(replay).map(({ label, value }) => `${label}: ${value}`)).toEqual([
    "Read: 37 rulings",
    "Asked again: 22 rulings",
    "The same: 14 rulings",
    "Otherwise: 8 rulings, 1 member",
    "Could not be asked: 15 rulings",
    "Right after them, members would have had: 12 credits more",
  ]);
});

it.each([
  [12, 0, "+12"],
  [1200, 3, "+1,200 −3"],
  [0, 0, "moves none"],
])("says what credits a group moves, also where it moves none", (creditsMore, creditsFewer, words) => {
  expect(groupCreditsOf({ creditsMore, creditsFewer })).toBe(words);
});
