import { storefrontIds, violationCategories } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { builtInLists } from "./built-in-lists.ts";
import { screenPrompt } from "./screen-prompt.ts";

const signalsOf = (prompt: string) => screenPrompt("image-ai-run", prompt).signals;

describe("clean prompts", () => {
  it.each([
    "A classic portrait of the mayor of Scunthorpe",
    "a class assassin in a cockpit, Essex, sussex, Penistone",
    "a shiitake on a shirt, Matsushita, a snipe in the reeds",
    "a Gore-Tex jacket on a mountain, naked eye view of the stars",
    "nude-coloured lipstick on a marble table",
    "Al Gore speaking at a conference",
    "Владимир рисует дом у моря",
    "東京の夜景、水彩画",
    "cat 4k 8k, f/1.8, 35mm!!! (masterpiece:1.2)",
    "a b c of animals",
    "",
  ])("passes %s", (prompt) => {
    expect(signalsOf(prompt)).toEqual([]);
  });
});

describe("one phrase in many disguises", () => {
  it.each([
    ["plain", "a deepfake of someone"],
    ["upper case", "A DEEPFAKE OF SOMEONE"],
    ["capital I for an l", "a standIn-deepfake"],
    ["leet", "a d33pf4k3 of someone"],
    ["full width", "a ｄｅｅｐｆａｋｅ of someone"],
    ["zero width", "a deep\u200bfa\u200dke of someone"],
    ["combining marks", "a d\u0301e\u0308epf\u0323ake of someone"],
    ["composed accents", "a déèpfäke of someone"],
    ["look-alikes", "a dеерfаkе of someone"],
    ["spaced", "a d e e p f a k e of someone"],
    ["dotted", "a d.e.e.p.f.a.k.e of someone"],
    ["repeated", "a deeeepfakeeee of someone"],
    ["hyphen", "a deep-fake of someone"],
    ["digits behind", "a deepfake99 of someone"],
    ["punctuation", "a (deepfake!) of someone"],
  ])("%s", (_, prompt) => {
    expect(signalsOf(prompt)).toEqual([{ source: "screening", category: "deepfake", confidence: 0.9 }]);
  });
});

it("scores a clear phrase as sure and an ambiguous word as doubtful", () => {
  expect(signalsOf("an erotic novel")).toEqual([{ source: "screening", category: "sexual", confidence: 0.55 }]);
  expect(signalsOf("nsfw")).toEqual([{ source: "screening", category: "sexual", confidence: 0.9 }]);
});

it("has a sure and a doubtful stand-in for every category", () => {
  for (const category of violationCategories) {
    expect(signalsOf(`a standin-${category} cat`)).toContainEqual({ source: "screening", category, confidence: 0.9 });
    expect(signalsOf(`a standin-weak-${category} cat`)).toEqual([{ source: "screening", category, confidence: 0.55 }]);
  }
});

it("screens for profanity only where the terms speak of it", () => {
  const speaking = storefrontIds.filter((storefront) => screenPrompt(storefront, "a damn cold cat").hits.length > 0);
  expect(speaking).toEqual(["image-ai-run"]);
});

it.each(["a goddamn fox", "bloody hell happens", "a damned castle"])("hears that %s is rude, surely", (prompt) => {
  expect(signalsOf(prompt)).toEqual([{ source: "screening", category: "profanity", confidence: 0.9 }]);
});

it("says where in the prompt as written a hit lies", () => {
  const prompt = "a 𝒹e\u200bepfake here";
  const [hit] = screenPrompt("apimodels", prompt).hits;
  expect(prompt.slice(hit?.start, hit?.end)).toBe("𝒹e\u200bepfake");
  const [place] = hit?.terms ?? [];
  expect(place).toMatchObject({ list: "built-in", group: "deepfake", start: hit?.start, end: hit?.end });
  expect(builtInLists[0]?.terms.deepfake?.[place?.term ?? -1]?.phrase).toBe("deepfake");
});

it("hears what stands behind half of a pair of characters, in this prompt and in those that follow", () => {
  const heard = [{ source: "screening", category: "sexual", confidence: 0.9 }];
  expect(signalsOf("\ud835 nsfw")).toEqual(heard);
  expect(signalsOf("\ud835nsfw")).toEqual(heard);
  expect(signalsOf("a 𐊗𐊗 nsfw")).toEqual(heard);
});
