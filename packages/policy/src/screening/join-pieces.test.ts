import { describe, expect, it } from "vitest";
import { builtInLists } from "./built-in-lists.ts";
import { screenPrompt } from "./screen-prompt.ts";

const terms = ["quarmberly", "stram", "shits away", "sos"].map((phrase) => ({ phrase, score: 0.9 }));
const invented = { name: "invented", locale: "en", terms: { profanity: terms }, innocent: [] };
const lists = [...builtInLists, invented];
const hitsIn = (prompt: string) => screenPrompt("image-ai-run", prompt, lists).hits;
const scoreIn = (prompt: string) => hitsIn(prompt)[0]?.score ?? null;

describe("a word that one space cuts in two", () => {
  it.each(["st ram", "a big st ram!", "str am", "a (s tram)"])("is a doubt in %s", (prompt) => {
    expect(scoreIn(prompt)).toBe(0.55);
  });

  it.each(["the bus's tram", "a bus\u2019s tram", "quarm berly", "st\nram", "st, ram", "st  ram", "model s hits away"])(
    "may be two words of their own, as in %s",
    (prompt) => expect(scoreIn(prompt)).toBe(null),
  );
});

describe("a word in pieces of two letters or one", () => {
  it.each(["qu ar mb er ly", "qu a rm be rl y", "to qu ar mb er ly me", "st ra m"])(
    "is heard surely in %s",
    (prompt) => {
      expect(scoreIn(prompt)).toBe(0.9);
    },
  );

  it("lies where it was written", () => {
    const [hit] = hitsIn("to qu ar mb er ly me");
    expect([hit?.start, hit?.end]).toEqual([3, 17]);
  });

  it.each(["is it so on an ox", "qu ar mb, er ly", "qu arm be rl y"])("is nothing in %s", (prompt) => {
    expect(scoreIn(prompt)).toBe(null);
  });
});

describe("words glued with a capital each", () => {
  it.each(["TotalStramLogo", "totalStram", "#BigQuarmberlyFox", "a_BigStram"])("are heard in %s", (prompt) => {
    expect(scoreIn(prompt)).toBe(0.9);
  });

  it.each(["Bistrams", "McDonald", "iPhone", "bistram", "PenIsland"])("are none in %s", (prompt) => {
    expect(scoreIn(prompt)).toBe(null);
  });

  it("lie where they were written, whatever stands before", () => {
    const prompt = "夜 é TotalStramLogo";
    const [hit] = hitsIn(prompt);
    expect(prompt.slice(hit?.start, hit?.end)).toBe("Stram");
  });
});

it.each(["Boeing 505", "a 50s radio", "version 5.0.5", "[#505]", "5 0 5", "f/5.0, 5s"])(
  "reads no word in %s",
  (prompt) => {
    expect(scoreIn(prompt)).toBe(null);
  },
);

it("takes a number for what it says and for nothing longer", () => {
  expect(scoreIn("a 5yo standin-nakedness")).toBeCloseTo(0.855);
  expect(scoreIn("a 55yo standin-nakedness")).toBe(null);
});
