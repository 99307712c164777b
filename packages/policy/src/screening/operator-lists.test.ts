import { describe, expect, it } from "vitest";
import { readWordList, UnusableWordList, withBuiltIn } from "./operator-lists.ts";
import { screenPrompt } from "./screen-prompt.ts";

const zorgonese = `
# words that nobody says
name: house
locale: en-GB

hate 0.95: Zorgón slur
minor 0.9: hatchling
innocent: gore valley
`;

describe("an operator's list", () => {
  const lists = withBuiltIn([readWordList(zorgonese)], ["en"]);

  it("is looked through beside the built-in one, and a hit names list, term and place", () => {
    const prompt = "some ZORGON   slur! nsfw";
    const hits = screenPrompt("apimodels", prompt, lists).hits;
    const hate = hits.find(({ category }) => category === "hate");
    expect(hate).toMatchObject({ category: "hate", score: 0.95, start: 5, end: 18, combination: null });
    expect(hate?.terms).toEqual([{ list: "house", group: "hate", term: 0, start: 5, end: 18 }]);
    expect(hits.find(({ category }) => category === "sexual")?.terms[0]?.list).toBe("built-in");
  });

  it("adds to the parts of combinations, and what it calls innocent passes", () => {
    const { signals } = screenPrompt("apimodels", "a hatchling, nsfw", lists);
    expect(signals.map(({ category }) => category)).toEqual(["child-safety", "sexual"]);
    expect(screenPrompt("apimodels", "Gore Valley at dawn", lists).hits).toEqual([]);
  });

  it("is left out where another language is spoken, unless it belongs to none", () => {
    const names = (text: string) => withBuiltIn([readWordList(text)], ["fr"]).map(({ name }) => name);
    expect(names(zorgonese)).toEqual(["built-in", "built-in-fr"]);
    expect(names(zorgonese.replace("en-GB", "und"))).toEqual(["built-in", "built-in-fr", "house"]);
  });
});

describe("a script that sets no spaces", () => {
  const list = readWordList("name: ja\nlocale: ja\nhate 0.9: 禁句\nhate 0.9: ゾルゴン");
  const places = (prompt: string) =>
    screenPrompt("apimodels", prompt, withBuiltIn([list], ["ja"])).hits.map(({ start, end }) => [start, end]);

  it("is matched sign by sign, also with spaces between, and not across the end of a sentence", () => {
    expect(places("夜の禁句です")).toEqual([[2, 4]]);
    expect(places("夜の禁 句です")).toEqual([[2, 5]]);
    expect(places("立入禁。句読点")).toEqual([]);
    expect(places("禁止の文句")).toEqual([]);
  });

  it("has whole words in katakana", () => {
    expect(places("あのゾルゴンだ")).toEqual([[2, 6]]);
    expect(places("アゾルゴンス")).toEqual([]);
  });
});

const head = "name: house\nlocale: en\n";

it.each<[string, number, string, string]>([
  ["no name", 1, "locale: en\nhate 0.9: sekret", "no line says the name"],
  ["no locale", 1, "name: house", "no line says the locale"],
  ["a name of ours", 1, "name: built-in\nlocale: en", "this name is the product's own"],
  ["a second name", 3, `${head}name: other`, "a second name"],
  ["no language", 2, "name: house\nlocale: English!", "not a language tag"],
  ["no such group", 3, `${head}sekret 0.9: sekret`, "a group that does not exist"],
  ["no colon", 4, `${head}\nsekret`, "neither `key: value` nor `group score: phrase`"],
  ["no letters", 3, `${head}hate 0.9: ...`, "a phrase without letters"],
  ["one sign", 3, `${head}hate 0.9: 禁`, "one sign alone stands in too many words"],
  ["no score", 3, `${head}hate: sekret`, "no score above 0 and up to 1"],
  ["a score of 9", 3, `${head}hate 9: sekret`, "no score above 0 and up to 1"],
])("says the line of a list with %s, and repeats no term", (_, line, text, reason) => {
  const reading = () => readWordList(text);
  expect(reading).toThrow(new UnusableWordList(line, reason));
  expect(reading).not.toThrow(/sekret/);
});
