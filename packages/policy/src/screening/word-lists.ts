import type { StorefrontId, ViolationCategory } from "@covenant/domain";
import { violationCategories } from "@covenant/domain";

/** One word or phrase, and how sure a match is: from 0.8 it counts as a sure voice, from 0.5 as a doubtful one. */
export type Term = { readonly phrase: string; readonly score: number };

/**
 * What screening looks for. This repository holds only words that may be printed; an operator loads fuller lists.
 * Innocent phrases swallow the hits that lie within them.
 */
export type WordLists = {
  readonly terms: Readonly<Record<ViolationCategory, readonly Term[]>>;
  readonly innocent: readonly string[];
};

const clear = (...phrases: string[]): Term[] => phrases.map((phrase) => ({ phrase, score: 0.9 }));
const ambiguous = (...phrases: string[]): Term[] => phrases.map((phrase) => ({ phrase, score: 0.55 }));

/** `standin-hate` is as sure as a real term of the category, `standin-weak-hate` as doubtful: for tests and demos. */
function standIns(category: ViolationCategory): Term[] {
  return [...clear(`standin-${category}`), ...ambiguous(`standin-weak-${category}`)];
}

const ordinary: Readonly<Record<ViolationCategory, readonly Term[]>> = {
  "child-safety": [],
  "intimate-imagery": [...clear("undress her", "undress him", "nudify"), ...ambiguous("without her clothes")],
  sexual: [...clear("nsfw", "nudes", "sexually explicit"), ...ambiguous("nude", "naked", "erotic")],
  deepfake: [...clear("deepfake", "deepfakes", "deep fake", "fake nude"), ...ambiguous("face swap", "faceswap")],
  hate: [...ambiguous("hate symbol", "racist caricature")],
  violence: [...clear("graphic gore", "beheading"), ...ambiguous("gore", "gory", "mutilated")],
  illegal: [...clear("pipe bomb", "fake passport", "counterfeit money"), ...ambiguous("counterfeit")],
  infringement: [...clear("remove the watermark", "remove watermark"), ...ambiguous("bootleg", "knockoff")],
  profanity: [...clear("damn", "damned", "bloody hell", "crap"), ...ambiguous("arse", "bugger")],
};

function withStandIns(category: ViolationCategory): readonly Term[] {
  return [...ordinary[category], ...standIns(category)];
}

export const builtInLists: WordLists = {
  terms: {
    "child-safety": withStandIns("child-safety"),
    "intimate-imagery": withStandIns("intimate-imagery"),
    sexual: withStandIns("sexual"),
    deepfake: withStandIns("deepfake"),
    hate: withStandIns("hate"),
    violence: withStandIns("violence"),
    illegal: withStandIns("illegal"),
    infringement: withStandIns("infringement"),
    profanity: withStandIns("profanity"),
  },
  innocent: ["gore tex", "al gore", "nude lipstick", "nude coloured", "nude colored", "naked eye", "naked mole rat"],
};

const breaches = violationCategories.filter((category) => category !== "profanity");

/** What each storefront screens for. Only Image-AI.run's terms speak of profanity (IAI-4.1). */
export const screenedCategories = {
  modelmyimage: breaches,
  apimodels: breaches,
  "image-ai-run": violationCategories,
} as const satisfies Record<StorefrontId, readonly ViolationCategory[]>;
