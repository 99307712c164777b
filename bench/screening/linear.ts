import { performance } from "node:perf_hooks";
import type { Listener } from "@covenant/policy/screening-sets";
import { median } from "../figure.ts";

/** Prompts that are all one trick, each of which once could have made screening look at everything again and again. */
const tricks = {
  "plain words": "a lighthouse on a cliff at dusk, ",
  "single letters": "a ",
  dotted: "a.b.",
  hyphens: "ab-cd-",
  "symbols between": "a!@$|b!",
  "digits between": "a1b2c",
  doubles: "nnssffww",
  "hits in a row": "gore ",
  "parts in a row": "child nsfw my ex ",
  "zero width": "g\u200bo\u200br\u200be\u200b ",
  marks: "e\u0301\u0323\u0308",
  "full width": "ａ ｂ　ｃ",
  signs: "黑猫坐在窗台上",
  "signs in a row": "裸体儿童",
  "astral letters": "𝒹𝑒",
};
const [shorter, longer] = [8_000, 32_000];
const times = 9;

export type Growth = { readonly trick: string; readonly ratio: number; readonly milliseconds: number };

/**
 * The time a character takes in a prompt of 32,000 characters against one of 8,000, for each trick, the worst first: one is
 * what grows with the length alone, four what grows with its square.
 */
export function growthOf(listen: Listener): Growth[] {
  return Object.entries(tricks)
    .map(([trick, text]) => {
      const [short, long] = [shorter, longer].map((length) => timeOf(listen, text, length));
      return { trick, milliseconds: long ?? 0, ratio: ((long ?? 0) / (short ?? 1)) * (shorter / longer) };
    })
    .sort((one, other) => other.ratio - one.ratio);
}

function timeOf(listen: Listener, text: string, length: number): number {
  // Each prompt is made anew, or what one run has read is there for the next.
  const measured = Array.from({ length: times + 2 }, (_, at) => {
    const prompt = Buffer.from(` ${at}${text.repeat(length)}`.slice(0, length)).toString("utf8");
    const begun = performance.now();
    listen(prompt);
    return performance.now() - begun;
  });
  return median(measured.slice(2));
}
