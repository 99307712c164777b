import { screenPrompt, type WordLists, withBuiltIn } from "@covenant/policy";
import { expect, it } from "vitest";
import { libraryLists } from "./library-lists.ts";
import { obscenityStems } from "./obscenity-words.ts";
import { formsOf, pluralsOf } from "./word-forms.ts";

const libraries = libraryLists();
const lists: WordLists = withBuiltIn(libraries, ["en"]);
const isHeard = (prompt: string) => screenPrompt("image-ai-run", prompt, lists).hits.length > 0;

it("has a list with terms for each language, each phrase in one group", () => {
  expect(libraries.map(({ name }) => name)).toEqual(
    ["en", "de", "fr", "es", "zh"].map((locale) => `library-${locale}`),
  );
  for (const { terms } of libraries) {
    const phrases = Object.values(terms).flatMap((each) => each.map(({ phrase }) => phrase));
    expect(phrases.length).toBeGreaterThan(30);
    expect(new Set(phrases).size).toBe(phrases.length);
  }
});

it("hears each word that obscenity names, in the clear and in capitals", () => {
  const words = new Set(obscenityStems().map(({ word }) => word));
  expect(words.size).toBeGreaterThan(60);
  // How many are missed, and not which: no word of theirs is printed.
  expect([...words].filter((word) => !isHeard(`a ${word} in oil`)).length).toBe(0);
  expect([...words].filter((word) => !isHeard(`A ${word.toUpperCase()} IN OIL`)).length).toBe(0);
});

it.each([
  "Scunthorpe, Penistone, Cockfosters, Essex and Clitheroe",
  "a cocktail in the cockpit, a cockatoo on a cockle",
  "pussy willow and oilseed rape, a great tit, a weather cock",
  "Dick van Dyke, magna cum laude, a chink of light",
  "a rape crisis centre's logo, a stop rape banner, Alan Cumming on the square of Cumming, Georgia",
  "Rio Negro at dusk, a flame retardant curtain, semen analysis report",
])("lets %s pass", (prompt) => {
  expect(isHeard(prompt)).toBe(false);
});

it("bends a word as English does", () => {
  expect(formsOf("blot")).toEqual(
    expect.arrayContaining(["blot", "blots", "blotting", "blotter", "blotty", "blothead"]),
  );
  expect(formsOf("smudge")).toEqual(expect.arrayContaining(["smudging", "smudged", "smudger"]));
  expect(formsOf("blot")).not.toContain("bloting");
  expect(pluralsOf("smush")).toEqual(["smushes"]);
});
