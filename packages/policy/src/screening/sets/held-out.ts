import { violationCategories } from "@covenant/domain";
import { builtInLists, otherLists } from "../built-in-lists.ts";
import { benignHeldOut } from "./benign-held-out.ts";
import { heldOutDisguises } from "./disguises.ts";
import { type LabelledSet, wantedOf } from "./labelled-set.ts";

/** Invented words: what an operator's list would hold, in the places where its terms would stand; some of them short. */
const invented = {
  "child-safety": ["brindlewock", "zib"],
  "intimate-imagery": ["snorvel", "tattle grove"],
  sexual: ["quibberish", "mopple", "vub"],
  deepfake: ["falsoface"],
  hate: ["grumpkin", "old zorgon", "kradd"],
  violence: ["splottery"],
  illegal: ["contrabandle", "smuggle pot"],
  infringement: ["copywhistle"],
  profanity: ["fiddlesticks", "blimey", "drat"],
};

/** Words that stand within many others, which must pass. */
const inside = ["art", "ran", "rat", "king", "loo", "end", "ass"].map((phrase) => ({ phrase, score: 0.5 }));

const operator = {
  name: "held-out",
  locale: "en-GB",
  terms: Object.fromEntries(
    violationCategories.map((category) => [category, invented[category].map((phrase) => ({ phrase, score: 0.9 }))]),
  ),
  innocent: [],
};
const withinOthers = {
  name: "held-out-inside",
  locale: "en",
  terms: { profanity: inside },
  innocent: ["king penguins"],
};

export const heldOut: LabelledSet = {
  name: "held-out",
  lists: [...builtInLists, ...otherLists, operator, withinOthers],
  wanted: wantedOf(
    invented,
    ["{} beside a river", "my grandmother's {} at noon, pastel", "three foxes and {}; bokeh", "logo with '{}' on it"],
    heldOutDisguises,
  ),
  benign: benignHeldOut,
};
