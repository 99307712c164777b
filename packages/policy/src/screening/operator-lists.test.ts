import { describe, expect, it } from "vitest";
import { readWordList, UnusableWordList, withBuiltIn } from "./operator-lists.ts";
import { screenPrompt } from "./screen-prompt.ts";

const zorgonese = {
  name: "house",
  locale: "en-GB",
  terms: { hate: [{ phrase: "Zorgón slur", score: 0.95 }], minor: [{ phrase: "hatchling", score: 0.9 }] },
  innocent: ["gore valley"],
};

describe("an operator's list", () => {
  const lists = withBuiltIn([readWordList(zorgonese)], ["en"]);

  it("is looked through beside the built-in one, and a hit names list, term and place", () => {
    const prompt = "some ZORGON   slur! nsfw";
    const [hate, sexual] = screenPrompt("apimodels", prompt, lists).hits;
    expect(hate).toMatchObject({ category: "hate", score: 0.95, start: 5, end: 18, combination: null });
    expect(hate?.terms).toEqual([{ list: "house", group: "hate", term: 0, start: 5, end: 18 }]);
    expect(sexual?.terms[0]?.list).toBe("built-in");
  });

  it("adds to the parts of combinations, and what it calls innocent passes", () => {
    const { signals } = screenPrompt("apimodels", "a hatchling, nsfw", lists);
    expect(signals.map(({ category }) => category)).toEqual(["child-safety", "sexual"]);
    expect(screenPrompt("apimodels", "Gore Valley at dawn", lists).hits).toEqual([]);
  });

  it("is left out where another language is spoken, unless it belongs to none", () => {
    expect(withBuiltIn([readWordList(zorgonese)], ["fr"])).toHaveLength(1);
    expect(withBuiltIn([readWordList({ ...zorgonese, locale: "und" })], ["fr"])).toHaveLength(2);
  });

  it("may be in a script that sets no spaces, or that reads like ours", () => {
    const signs = readWordList({ name: "ja", locale: "ja", terms: { hate: [{ phrase: "禁句", score: 0.9 }] } });
    const hits = (prompt: string) => screenPrompt("apimodels", prompt, withBuiltIn([signs], ["ja"])).hits;
    expect(hits("夜の禁句です").map(({ start, end }) => [start, end])).toEqual([[2, 4]]);
    expect(hits("禁 止の文句")).toEqual([]);
  });
});

it.each<[string, unknown]>([
  ["the list", null],
  ["the list", []],
  ["name", { ...zorgonese, name: "built-in" }],
  ["locale", { ...zorgonese, locale: "English!" }],
  ["a group that does not exist", { ...zorgonese, terms: { sekret: [] } }],
  ["hate", { ...zorgonese, terms: { hate: "sekret" } }],
  ["hate[0].phrase", { ...zorgonese, terms: { hate: [{ phrase: "...", score: 0.9 }] } }],
  ["hate[1].score", { ...zorgonese, terms: { hate: [zorgonese.terms.hate[0], { phrase: "sekret", score: 9 }] } }],
  ["innocent[0]", { ...zorgonese, innocent: [""] }],
])("says that %s cannot be used, and repeats no term", (place, given) => {
  const reading = () => readWordList(given);
  expect(reading).toThrow(new UnusableWordList(place));
  expect(reading).not.toThrow(/sekret/);
});
