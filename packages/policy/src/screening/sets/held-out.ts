import { violationCategories } from "@covenant/domain";
import { builtInLists } from "../word-lists.ts";
import { type LabelledSet, setApart, spelledBy, wantedOf } from "./labelled-set.ts";

/** Invented words and ordinary ones: what an operator's list would hold, in the places where its terms would stand. */
const invented = {
  "child-safety": ["brindlewock"],
  "intimate-imagery": ["snorvel", "tattle grove"],
  sexual: ["quibberish", "mopple"],
  deepfake: ["falsoface"],
  hate: ["grumpkin", "old zorgon"],
  violence: ["splottery"],
  illegal: ["contrabandle", "smuggle pot"],
  infringement: ["copywhistle"],
  profanity: ["fiddlesticks", "blimey"],
};
const inside = ["art", "ran", "rat", "king", "loo", "end"];

const operator = {
  name: "held-out",
  locale: "en-GB",
  terms: {
    ...Object.fromEntries(
      violationCategories.map((category) => [category, invented[category].map((phrase) => ({ phrase, score: 0.9 }))]),
    ),
    profanity: [...invented.profanity, ...inside].map((phrase) => ({ phrase, score: 0.9 })),
  },
  innocent: ["art deco", "stephen king"],
};

export const heldOut: LabelledSet = {
  name: "held-out",
  lists: [...builtInLists, operator],
  wanted: wantedOf(
    invented,
    ["{} beside a river", "my grandmother's {} at noon, pastel", "three foxes and {}; bokeh", "logo with '{}' on it"],
    {
      "other leet": spelledBy({ a: "@", s: "$", i: "!", e: "3", o: "0", b: "8", g: "9" }),
      "capitals in turn": (term) => Array.from(term, (c, at) => (at % 2 ? c.toUpperCase() : c)).join(""),
      "greek and others": spelledBy({ a: "α", o: "ο", p: "ρ", n: "ո", u: "υ", k: "κ", i: "ı", e: "ҽ", v: "ν" }),
      "script letters": (term) =>
        term.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d4ea + letter.charCodeAt(0) - 97)),
      circled: (term) => term.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x24d0 + letter.charCodeAt(0) - 97)),
      boxed: (term) => term.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1f170 + letter.charCodeAt(0) - 97)),
      "soft hyphens": setApart("\u00ad"),
      "joiners and fillers": setApart("\u2060\u034f"),
      "set apart by lines": setApart("_"),
      "set apart by dashes": setApart(" - "),
      "set apart by stars": setApart("*"),
      "all doubled": (term) => term.replace(/[a-z]/g, "$&$&"),
      "long ends": (term) => `${term}${term.slice(-1).repeat(6)}`,
      "strokes over letters": setApart("\u0336"),
      umlauts: (term) => term.replace(/[aou]/g, "$&\u0308").normalize("NFC"),
      "digits behind": (term) => `${term}2026`,
      "cut in two": (term) => `${term.slice(0, 3)}-${term.slice(3)}`,
      "without spaces": (term) => term.replace(/ /g, ""),
    },
  ),
  benign: [
    "a party in Stuttgart, the start of a heart-shaped garden",
    "Iranian carpets, orange orchard, a grand piano in Grantham",
    "pirates, a grating, a decorative crate, Montserrat",
    "walking, smoking salmon, a skating rink in Kingston, Reykjavik, baking",
    "a balloon over Waterloo, Gloomy Looe harbour, Kuala Lumpur flooding",
    "a calendar, tender friends, a bending wooden bench in Southend",
    "art deco hotel lobby, Stephen King reading by a fire",
    "hyper-realistic macro of a bee, 100mm, ISO 200, f2.8, 3:2, seed 12345",
    "isometric low-poly house, C4D, UE5, PS2 style, Y2K, 90s",
    "a young woman undoing her coat in a snowy street, film still",
    "a mother reading to her child; kids in a classroom with a robot",
    "Renaissance marble statue in a museum hall, dramatic light",
    "I w o n, says a T-shirt; A B C blocks on a shelf",
    "Rio de Janeiro, São Tomé, Århus, Łódź, Ľubica, Đà Nẵng, Škofja Loka",
    "Αθήνα τη νύχτα, ακουαρέλα",
    "서울의 봄, 수채화",
    "ein Haus am See, Öl auf Leinwand, größer",
    "<lora:soft_light_v2:0.7>, ((best quality)), [out of frame], {masterpiece}",
    "Pok\u00e9mon-style creature, na\u00efve caf\u00e9 sign, r\u00e9sum\u00e9 on a desk",
  ],
};
