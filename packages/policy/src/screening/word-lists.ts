import type { StorefrontId, ViolationCategory } from "@covenant/domain";
import { violationCategories } from "@covenant/domain";

/** One word or phrase, and how sure a match is: from 0.8 it counts as a sure voice, from 0.5 as a doubtful one. */
export type Term = { readonly phrase: string; readonly score: number };

export const parts = ["minor", "real-person", "exposing-verb", "deceptive-verb"] as const;
/** What is no breach alone and may be half of one: combinations name it. */
export type Part = (typeof parts)[number];

/** What a term belongs to. */
export type Group = ViolationCategory | Part;
export const groups: readonly Group[] = [...violationCategories, ...parts];

/** What screening looks for in one language. Innocent phrases swallow the hits that lie within them, in any list. */
export type WordList = {
  /** Hits name it. */
  readonly name: string;
  /** A language tag such as `en`, or `und` for what belongs to no language (BCP 47). */
  readonly locale: string;
  readonly terms: Readonly<Partial<Record<Group, readonly Term[]>>>;
  readonly innocent: readonly string[];
};

/** Lists looked through together. A list is data and does not change once it was given. */
export type WordLists = readonly WordList[];

const clear = (...phrases: string[]): Term[] => phrases.map((phrase) => ({ phrase, score: 0.9 }));
const ambiguous = (...phrases: string[]): Term[] => phrases.map((phrase) => ({ phrase, score: 0.55 }));

/** `standin-hate` is as sure as a real term of the category, `standin-weak-hate` as doubtful: for tests and demos. */
function standIns(group: Group): Term[] {
  return [...clear(`standin-${group}`), ...ambiguous(`standin-weak-${group}`)];
}

const ordinary: Readonly<Partial<Record<Group, readonly Term[]>>> = {
  "intimate-imagery": [...clear("undress her", "undress him", "nudify"), ...ambiguous("without her clothes")],
  sexual: [...clear("nsfw", "nudes", "sexually explicit"), ...ambiguous("nude", "naked", "erotic")],
  deepfake: [...clear("deepfake", "deepfakes", "deep fake", "fake nude"), ...ambiguous("face swap", "faceswap")],
  hate: [...ambiguous("hate symbol", "racist caricature")],
  violence: [...clear("graphic gore", "beheading"), ...ambiguous("gore", "gory", "mutilated")],
  illegal: [...clear("pipe bomb", "fake passport", "counterfeit money"), ...ambiguous("counterfeit")],
  infringement: [...clear("remove the watermark", "remove watermark"), ...ambiguous("bootleg", "knockoff")],
  profanity: [
    ...clear("damn", "damned", "goddamn", "bloody hell", "crap", "crappy"),
    ...clear("fuck", "fucked", "fucker", "fucking", "motherfucker", "shit", "shitty", "bullshit", "asshole"),
    ...ambiguous("arse", "bugger", "bastard", "bitch"),
  ],
  minor: [...clear("child", "children", "toddler", "underage", "preteen"), ...ambiguous("kid", "kids", "teenager")],
  "real-person": [...clear("my ex", "my coworker", "my classmate"), ...ambiguous("celebrity", "politician")],
  "exposing-verb": [...clear("undress", "undressing", "undressed")],
  "deceptive-verb": [...clear("impersonate", "impersonating"), ...ambiguous("passed off as")],
};

/** What every storefront screens with. This repository holds no slurs; an operator loads fuller lists. */
export const builtInLists: WordLists = [
  {
    name: "built-in",
    locale: "en",
    terms: Object.fromEntries(groups.map((group) => [group, [...(ordinary[group] ?? []), ...standIns(group)]])),
    innocent: ["gore tex", "al gore", "nude lipstick", "nude coloured", "nude colored", "naked eye", "naked mole rat"],
  },
];

const breaches = violationCategories.filter((category) => category !== "profanity");

/** What each storefront screens for. Only Image-AI.run's terms speak of profanity (IAI-4.1). */
export const screenedCategories = {
  modelmyimage: breaches,
  apimodels: breaches,
  "image-ai-run": violationCategories,
} as const satisfies Record<StorefrontId, readonly ViolationCategory[]>;
