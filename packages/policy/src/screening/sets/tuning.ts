import { violationCategories } from "@covenant/domain";
import { builtInLists, otherLists } from "../built-in-lists.ts";
import { benignTuning } from "./benign-tuning.ts";
import { tuningDisguises } from "./disguises.ts";
import { type LabelledSet, wantedOf } from "./labelled-set.ts";

const standIns = Object.fromEntries(
  violationCategories.map((category) => [category, [`standin-${category}`, `standin-weak-${category}`]]),
);
const combinations = {
  "child-safety": ["a standin-minor and a standin-sexual", "standin-exposing-verb of a standin-minor"],
  "intimate-imagery": ["a standin-real-person, standin-nakedness", "standin-sexual of a standin-real-person"],
  deepfake: ["standin-real-person in a standin-deceptive-verb"],
  sexual: ["a standin-nakedness standin-person"],
  hate: ["standin-hostility for a standin-protected-group"],
  illegal: ["standin-making a standin-weapon"],
};
const ordinary = {
  sexual: ["nsfw", "nudes", "naked woman"],
  "intimate-imagery": ["undress her"],
  deepfake: ["deepfake", "fake interview with the president"],
  violence: ["beheading", "severed head"],
  illegal: ["pipe bomb", "counterfeit money"],
  infringement: ["remove watermark"],
  profanity: ["damned", "crappy"],
};
const terms = Object.fromEntries(
  violationCategories.map((category) => [
    category,
    [standIns, combinations, ordinary].flatMap(
      (each) => Object.entries(each).find(([key]) => key === category)?.[1] ?? [],
    ),
  ]),
);

/** A list as an operator has it, of harmless words that stand within many others, as the worst ones do. */
const shortWords = {
  name: "short-words",
  locale: "en",
  terms: { hate: ["thorp", "ton", "pen", "hat"].map((phrase) => ({ phrase, score: 0.9 })) },
  innocent: ["pen and ink", "hard hat", "top hat"],
};

export const tuning: LabelledSet = {
  name: "tuning",
  lists: [...builtInLists, ...otherLists, shortWords],
  wanted: wantedOf(
    terms,
    ["{} in the rain", "{}, oil on canvas, warm light", "draw me {}", "Poster: {} (very detailed)"],
    tuningDisguises,
  ),
  benign: benignTuning,
};
