import { expect, it } from "vitest";
import { builtInLists } from "./built-in-lists.ts";
import { screenPrompt } from "./screen-prompt.ts";
import { weakConfidence } from "./weigh-signals.ts";

const mild = { name: "mild", locale: "en", terms: { sexual: [{ phrase: "fluffy", score: 0.45 }] }, innocent: [] };
const lists = [...builtInLists, mild];
const isHeard = (prompt: string) =>
  screenPrompt("image-ai-run", prompt, lists).signals.some(({ confidence }) => confidence >= weakConfidence);

it.each([
  "a ship, no standin-sexual",
  "a ship without any standin-violence",
  "a ship with no graphic standin-violence",
  "a standin-sexual-free ship",
  "a ship, negative prompt: standin-sexual, standin-minor, fog",
  "a quay, negative: standin-violence, blur",
  "a ship --no standin-sexual",
])("hears nothing in what %s denies", (prompt) => expect(isHeard(prompt)).toBe(false));

it.each([
  "a ship, standin-sexual",
  "say no, standin-sexual",
  "no fog. standin-sexual",
  "no fog and a standin-sexual",
  "negative: standin-violence, blur",
  "negative: fog\nstandin-sexual",
  "negative: fog, prompt: standin-sexual",
  "positive and negative space, standin-sexual",
])("hears what %s does not deny", (prompt) => expect(isHeard(prompt)).toBe(true));

it("lets a doubt pass where the prompt speaks of art or warns, and nothing that is sure", () => {
  expect(isHeard("a standin-weak-sexual, marble, in a museum")).toBe(false);
  expect(isHeard("a standin-weak-deepfake awareness campaign")).toBe(false);
  expect(isHeard("a standin-weak-violence on stage, film poster")).toBe(false);
  expect(isHeard("a standin-weak-sexual, diagram for a clinic")).toBe(false);
  expect(isHeard("a standin-weak-deepfake for a clinic")).toBe(true);
  expect(isHeard("a standin-deepfake awareness campaign")).toBe(true);
  expect(isHeard("a standin-sexual, marble, in a museum")).toBe(true);
  expect(isHeard("a standin-minor and a standin-nakedness in marble")).toBe(true);
  expect(isHeard(`a standin-weak-sexual ${"on and on ".repeat(16)} marble`)).toBe(true);
});

it("hears a mild word beside a person or another word of its kind, and not alone", () => {
  expect(isHeard("a fluffy car")).toBe(false);
  expect(isHeard("a fluffy standin-person")).toBe(true);
  expect(isHeard("fluffy, by a lake, in the fog of the early morning, with a standin-person")).toBe(false);
  expect(screenPrompt("image-ai-run", "a fluffy standin-minor", lists).signals[0]?.category).toBe("child-safety");
});
