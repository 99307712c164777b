import type { Listener } from "@covenant/policy/screening-sets";

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
  pieces: "ab ck ",
  humps: "aBcDef",
  "zero width": "g\u200bo\u200br\u200be\u200b ",
  marks: "e\u0301\u0323\u0308",
  "full width": "ａ ｂ　ｃ",
  signs: "黑猫坐在窗台上",
  "signs in a row": "裸体儿童",
  "astral letters": "𝒹𝑒",
};
const [shorter, longer] = [8_000, 32_000];
const [warm, times] = [2, 4];

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

/** Milliseconds of the processor, which what else the machine does does not lengthen, over as many characters for each length. */
function timeOf(listen: Listener, text: string, length: number): number {
  const count = (times * longer) / length;
  // Each prompt is made anew, or what one run has read is there for the next.
  const prompts = Array.from({ length: count + warm }, (_, at) =>
    Buffer.from(` ${at}${text.repeat(length)}`.slice(0, length)).toString("utf8"),
  );
  for (const prompt of prompts.slice(0, warm)) listen(prompt);
  const begun = process.cpuUsage();
  for (const prompt of prompts.slice(warm)) listen(prompt);
  return process.cpuUsage(begun).user / 1_000 / count;
}
