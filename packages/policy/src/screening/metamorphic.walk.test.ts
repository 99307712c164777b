import { type Signal, storefrontIds, violationCategories } from "@covenant/domain";
import { array, assert, constantFrom, integer, property, string, subarray } from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleOnSanction } from "../sanctions/rule-on-sanction.ts";
import { builtInLists } from "./built-in-lists.ts";
import { ruleOnPrompt } from "./rule-on-prompt.ts";
import { screenPrompt } from "./screen-prompt.ts";
import { type Disguise, heldOutDisguises, inPairs, tuningDisguises } from "./sets/disguises.ts";

const at = new Date("2026-11-21T12:00:00Z");
const disguises = { ...tuningDisguises, ...heldOutDisguises };
const verdictOn = (prompt: string) => {
  const { signals } = screenPrompt("image-ai-run", prompt);
  const { outcome, category, standing } = ruleOnPrompt({ storefront: "image-ai-run", at, signals }).outcome;
  return { signals, outcome, category, standing };
};

/** Terms of every group and what is innocent, in the clear. */
const phrases = [
  ...violationCategories.flatMap((category) => [`standin-${category}`, `standin-weak-${category}`]),
  "standin-minor standin-nakedness",
  "standin-person standin-nakedness",
  "standin-real-person standin-deceptive-verb",
  "standin-making standin-weapon",
  "pipe bomb",
  "severed head",
  "undress her",
  "lighthouse",
  "nude lipstick",
  "Essex",
];

describe("the same verdict and the same signals", () => {
  it.each(Object.entries({ ...disguises, ...inPairs(tuningDisguises) }).filter(([name]) => isReadable(name)))(
    "under %s",
    (_, hide) => {
      for (const phrase of phrases) {
        const [plain, hidden] = [`big ${phrase}; oil on canvas`, `big ${hide(phrase)}; oil on canvas`];
        expect(verdictOn(hidden), hidden).toEqual(verdictOn(plain));
      }
    },
  );
});

/** What shows nothing between letters that spaces or dots set apart makes words and letters stand equally far apart. */
function isReadable(name: string): boolean {
  return !/^zero width, then (spaced|dotted)$/.test(name);
}

describe("where a hit lies", () => {
  const padding = string({
    unit: constantFrom("夜", "𝒹", "é", "\u0301", "\u200b", " ", "Å", "😀", "１", ".", "ß"),
    maxLength: 12,
  });

  it("is where the term was written, whatever stands around it and however it is disguised", () => {
    const hides: Disguise[] = Object.values(disguises);
    assert(
      property(
        padding,
        padding,
        constantFrom(...hides),
        constantFrom("hate", "sexual"),
        (before, after, hide, group) => {
          const term = hide(`standin-${group}`);
          const start = `${before} ; `.length;
          const prompt = `${before} ; ${term} ; ${after}`;
          const hit = screenPrompt("apimodels", prompt).hits.find(({ category }) => category === group);
          expect(hit, prompt).toBeDefined();
          expect(hit?.start).toBe(start);
          // Marks on the last letter show nothing of their own, and may be left out.
          expect(term.slice((hit?.end ?? 0) - start)).toMatch(/^[\p{M}\p{Cf}]*$/u);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("is within the prompt, for anything at all", () => {
    const anything = string({ unit: "binary", maxLength: 60 });
    assert(
      property(anything, constantFrom("gore", "nsfw", "𝓷𝓼𝓯𝔀"), anything, (before, term, after) => {
        const prompt = `${before} ${term} ${after}`;
        for (const { start, end, terms } of screenPrompt("image-ai-run", prompt).hits) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(prompt.length);
          for (const place of terms) expect(place.start >= start && place.end <= end).toBe(true);
        }
      }),
    );
  });
});

describe("words alone", () => {
  const everyPhrase = builtInLists.flatMap(({ terms }) =>
    Object.values(terms).flatMap((each) => each.map(({ phrase }) => phrase)),
  );

  it("never establish a breach, however many they are", () => {
    assert(
      property(constantFrom(...storefrontIds), subarray(everyPhrase, { maxLength: 12 }), (storefront, some) => {
        const { signals } = screenPrompt(storefront, some.join(" "));
        const { standing } = ruleOnPrompt({ storefront, at, signals }).outcome;
        expect(["none", "weak", "suspected"]).toContain(standing);
      }),
    );
  });

  it("punish nobody: one sure word, also glued or in pieces, brings no strike that counts", () => {
    const word = { name: "operator", locale: "en", terms: { hate: [{ phrase: "quamber", score: 1 }] }, innocent: [] };
    const lists = [...builtInLists, word];
    for (const prompt of ["quamber", "BigQuamberFox", "qu am be r", "quam quamber ".repeat(40)])
      for (const storefront of storefrontIds) {
        const { signals } = screenPrompt(storefront, prompt, lists);
        const { standing, category } = ruleOnPrompt({ storefront, at, signals }).outcome;
        expect([standing, category], prompt).toEqual(["suspected", "hate"]);
        const { strike } = ruleOnSanction({ storefront, at, category, standing }).outcome;
        expect(strike, prompt).not.toBe("counting");
      }
  });

  it("speak with one voice a category, so that a word said often is no more than once", () => {
    assert(
      property(
        constantFrom(...everyPhrase),
        integer({ min: 1, max: 6 }),
        array(constantFrom(",", " ", ".")),
        (phrase, times, gaps) => {
          const { signals } = screenPrompt(
            "image-ai-run",
            Array.from({ length: times }, () => phrase).join(` ${gaps.join("")} `),
          );
          const sources = signals.map(({ source, category }: Signal) => `${source} ${category}`);
          expect(new Set(sources).size).toBe(sources.length);
        },
      ),
    );
  });
});
