import { array, assert, constantFrom, property } from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { screenPrompt } from "./screen-prompt.ts";
import { tokenise } from "./tokenise.ts";

// The index of the lists is made once, and is no work of a prompt.
screenPrompt("image-ai-run", "");
afterEach(() => void vi.restoreAllMocks());

/** Prompts that are all one trick: each is asked for at 8,000 and at 32,000 characters. */
const tricks = {
  letters: "a",
  "single letters": "a ",
  "uneven gaps": "a b  c   ",
  dotted: "a.b.",
  hyphens: "ab-cd-",
  symbols: "!",
  "symbols between": "a!@$|b!",
  "digits between": "a1b2c",
  "digits behind": "7",
  "hits in a row": "gore ",
  "parts in a row": "child nsfw my ex ",
  "beginnings of phrases": "fake naked mole ",
  repeats: "gooooore ",
  doubles: "nnssffww",
  "zero width": "g\u200bo\u200br\u200be\u200b ",
  marks: "e\u0301\u0323\u0308",
  "one mark": "\u0301",
  signs: "夜",
  "signs and commas": "黑猫，",
  "full width": "ａ ｂ　ｃ",
  "astral letters": "𝒹𝑒",
  capitals: "aI",
  pieces: "ab ck ",
  humps: "aBcDef",
};
const lengths = [8_000, 32_000] as const;
const promptOf = (trick: string, length: number) => trick.repeat(Math.ceil(length / trick.length)).slice(0, length);

/**
 * Look-ups in maps, characters read and expressions tried: what the work is made of, whatever machine does it. A text that
 * is read at all counts as a whole, since one that was put together since is copied when it is read; texts are told apart by
 * their lengths.
 */
function operationsOf(prompt: string): number {
  const spies = [
    // Each character that is hashed is multiplied.
    vi.spyOn(Math, "imul"),
    vi.spyOn(Map.prototype, "get"),
    vi.spyOn(Map.prototype, "set"),
    vi.spyOn(String.prototype, "charCodeAt"),
    vi.spyOn(String.prototype, "codePointAt"),
    vi.spyOn(String.prototype, "slice"),
    vi.spyOn(RegExp.prototype, "test"),
  ];
  screenPrompt("image-ai-run", prompt);
  const operations = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  const texts = new Set(spies.slice(3, 6).flatMap((spy) => spy.mock.contexts.map((text) => String(text).length)));
  for (const spy of spies) spy.mockRestore();
  return Array.from(texts).reduce((sum, length) => sum + length, operations);
}

it("takes twice the operations at twice the length for any mixture of tricks", () => {
  const fragments = [
    ...Object.values(tricks),
    "standin ",
    "year old ",
    "x*y ",
    "f***k",
    "naked tree ",
    "\n",
    "9",
    "ſ",
    "🅰",
  ];
  assert(
    property(array(constantFrom(...fragments), { minLength: 1, maxLength: 6 }), (some) => {
      const [short, long] = [1_000, 2_000].map((length) => 20 * length + operationsOf(promptOf(some.join(""), length)));
      expect((long ?? 0) / (short ?? 0)).toBeLessThan(2.2);
      expect(long).toBeLessThan(150 * 2_000);
    }),
    { numRuns: 25 },
  );
});

describe.each(Object.entries(tricks))("a prompt of %s", (_, trick) => {
  it("takes four times the operations at four times the length, and never more than some for each character", () => {
    // A long word may or may not be worth cutting out, so that each character counts for some operations anyway.
    const [short, long] = lengths.map((length) => 20 * length + operationsOf(promptOf(trick, length)));
    expect((long ?? 0) / (short ?? 0)).toBeLessThan(4.4);
    expect(long).toBeLessThan(60 * lengths[1]);
  });

  it("is read in no more characters than a few times its own", () => {
    const read = (length: number) => {
      const tokens = tokenise(promptOf(trick, length));
      const words = Array.from({ length: tokens.count }, (_, at) => tokens.wordAt(at)).filter((word) => word !== null);
      return [...words, ...tokens.others].reduce(
        (sum, { text, readings }) => readings.reduce((all, reading) => all + reading.text.length, sum + text.length),
        0,
      );
    };
    expect(read(32_000)).toBeLessThan(12 * 32_000);
    expect(read(32_000) / Math.max(1, read(16_000))).toBeLessThan(2.2);
  });
});
