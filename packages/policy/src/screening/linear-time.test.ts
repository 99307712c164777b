import { afterEach, describe, expect, it, vi } from "vitest";
import { screenPrompt } from "./screen-prompt.ts";
import { tokenise } from "./tokenise.ts";

afterEach(() => void vi.restoreAllMocks());

/** Prompts that are all one trick: each is asked for at 8,000, 16,000 and 32,000 characters. */
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
  "astral letters": "𝒹𝑒",
  capitals: "aI",
};
const lengths = [8_000, 16_000, 32_000] as const;
const promptOf = (trick: string, length: number) => trick.repeat(Math.ceil(length / trick.length)).slice(0, length);

/** Look-ups in maps, characters read and expressions tried: what the work is made of, whatever machine does it. */
function operationsOf(prompt: string): number {
  const spies = [
    vi.spyOn(Map.prototype, "get"),
    vi.spyOn(Map.prototype, "set"),
    vi.spyOn(String.prototype, "charCodeAt"),
    vi.spyOn(String.prototype, "codePointAt"),
    vi.spyOn(String.prototype, "slice"),
    vi.spyOn(RegExp.prototype, "test"),
  ];
  screenPrompt("image-ai-run", prompt);
  const operations = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return operations;
}

describe.each(Object.entries(tricks))("a prompt of %s", (_, trick) => {
  it("takes twice the operations at twice the length, and never more than some for each character", () => {
    const [short, middle, long] = lengths.map((length) => operationsOf(promptOf(trick, length)));
    expect((middle ?? 0) / (short ?? 0)).toBeLessThan(2.2);
    expect((long ?? 0) / (middle ?? 0)).toBeLessThan(2.2);
    expect(long).toBeLessThan(60 * lengths[2]);
  });

  it("is read in no more characters than a few times its own", () => {
    const read = (length: number) => {
      const { words, others } = tokenise(promptOf(trick, length));
      return [...words, ...others].reduce(
        (sum, { text, readings }) => readings.reduce((all, reading) => all + reading.text.length, sum + text.length),
        0,
      );
    };
    expect(read(32_000)).toBeLessThan(12 * 32_000);
    expect(read(32_000) / Math.max(1, read(16_000))).toBeLessThan(2.2);
  });
});
