import type { WordList } from "../../word-lists.ts";
import { chineseBenign, chineseViolating } from "./chinese.ts";
import { englishBenign } from "./english-benign.ts";
import { englishViolating } from "./english-violating.ts";
import { frenchBenign, frenchViolating } from "./french.ts";
import { germanBenign, germanViolating } from "./german.ts";
import type { Prompts } from "./prompts.ts";
import { spanishBenign, spanishViolating } from "./spanish.ts";

/** Stands for the words that no file of ours may hold: an operator's list, as one would write it. */
export const blindTerms: WordList = {
  name: "blind",
  locale: "und",
  terms: {
    sexual: [{ phrase: "glorfic", score: 0.9 }],
    profanity: ["skronk", "flumbert"].map((phrase) => ({ phrase, score: 0.9 })),
    hate: [{ phrase: "wuzzek", score: 0.9 }],
    "protected-group": [{ phrase: "quindari", score: 0.9 }],
  },
  innocent: [],
};

/** Prompts in one language. */
export type BlindSet = { readonly locale: string; readonly violating: Prompts; readonly benign: Prompts };

/**
 * Written from the descriptions of the categories alone, before the rules and their words were read. It is measured and not
 * looked at; the package's README says what its figures are worth.
 */
export const blindSets: readonly BlindSet[] = [
  { locale: "en", violating: englishViolating, benign: englishBenign },
  { locale: "de", violating: germanViolating, benign: germanBenign },
  { locale: "fr", violating: frenchViolating, benign: frenchBenign },
  { locale: "es", violating: spanishViolating, benign: spanishBenign },
  { locale: "zh", violating: chineseViolating, benign: chineseBenign },
];
