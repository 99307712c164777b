import { violationCategories } from "@covenant/domain";
import { builtInLists } from "../word-lists.ts";
import { type LabelledSet, setApart, spelledBy, wantedOf } from "./labelled-set.ts";

const standIns = Object.fromEntries(violationCategories.map((category) => [category, [`standin-${category}`]]));
const ordinary = {
  sexual: ["nsfw", "nudes"],
  deepfake: ["deepfake"],
  violence: ["beheading"],
  illegal: ["pipe bomb", "counterfeit money"],
  infringement: ["remove watermark"],
  profanity: ["damned", "crappy"],
};
const terms = Object.fromEntries(
  violationCategories.map((category) => [
    category,
    [...(standIns[category] ?? []), ...(Object.entries(ordinary).find(([key]) => key === category)?.[1] ?? [])],
  ]),
);

/** A list as an operator has it, of harmless words that stand within many others, as the worst ones do. */
const shortWords = {
  name: "short-words",
  locale: "en",
  terms: { hate: ["thorp", "ton", "pen", "hat", "ass"].map((phrase) => ({ phrase, score: 0.9 })) },
  innocent: ["pen and ink"],
};

export const tuning: LabelledSet = {
  name: "tuning",
  lists: [...builtInLists, shortWords],
  wanted: wantedOf(
    terms,
    ["a {} in the rain", "{}, oil on canvas, warm light", "draw me a big {}", "Poster: {} (very detailed)"],
    {
      "upper case": (term) => term.toUpperCase(),
      leet: spelledBy({ a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" }),
      cyrillic: spelledBy({ a: "а", e: "е", o: "о", p: "р", c: "с", x: "х", y: "у", i: "і", s: "ѕ" }),
      "full width": (term) => term.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
      "zero width": setApart("\u200b"),
      spaced: setApart(" "),
      dotted: setApart("."),
      repeated: (term) => term.replace(/[aeiou]/g, "$&$&$&"),
      combining: (term) => term.replace(/[aeiou]/g, "$&\u0301\u0323"),
    },
  ),
  benign: [
    "a portrait of the mayor of Scunthorpe in Lincolnshire",
    "a cotton skirt from Boston and a leather button",
    "an open carpenter's workshop in Penrith, that one with the chat room",
    "a class of bass players pass the glass grass, embassy at dusk",
    "Kensington, Brighton, Preston and Everton in watercolour",
    "the pentagon, a serpent and a happening in Aspen",
    "pen and ink drawing of a heron",
    "cat 4k 8k, f/1.8, 35mm!!! (masterpiece:1.2), --ar 16:9 --v 6",
    "a nude lipstick on marble, Gore-Tex jacket, naked eye view of Saturn",
    "children flying kites on a beach, a toddler with a red balloon",
    "a politician shaking hands at a market, a celebrity chef in her kitchen",
    "A.I. and I. at the U.S. Open, R.E.M. live at M.I.T.",
    "Владимир рисует дом у моря",
    "東京の夜景、水彩画",
    "wow!nice!!! $100 @ the fair, email me at ann@example.test",
    "a therapist's office in Essex, Middlesex and Sussex",
  ],
};
