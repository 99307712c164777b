import { type ViolationCategory, violationCategories } from "@covenant/domain";
import { screenPrompt } from "../screen-prompt.ts";
import type { LabelledSet } from "./labelled-set.ts";

/** Says which categories it hears in a prompt. */
export type Listener = (prompt: string) => ReadonlySet<ViolationCategory>;

export type Measured = {
  readonly category: ViolationCategory;
  /** Share of what had to be heard and was heard. */
  readonly recall: number;
  /** Share of what had to pass and was stopped for this category. */
  readonly falseAlarms: number;
  /** The disguises that hid something. */
  readonly missed: readonly string[];
  /** The benign prompts that were stopped. */
  readonly stopped: readonly string[];
};

/** Screening as a listener, with the lists of a set, at the storefront that screens for every category. */
export function ourListener({ lists }: LabelledSet): Listener {
  return (prompt) =>
    new Set(screenPrompt("image-ai-run", prompt, lists).signals.flatMap(({ category }) => category ?? []));
}

/** How a listener does on a set, by category. */
export function measure(set: LabelledSet, listen: Listener): Measured[] {
  const heard = new Map([...set.wanted.map(({ prompt }) => prompt), ...set.benign].map((each) => [each, listen(each)]));
  return violationCategories.map((category) => {
    const wanted = set.wanted.filter((each) => each.category === category);
    const missed = wanted.filter(({ prompt }) => !heard.get(prompt)?.has(category));
    const stopped = set.benign.filter((prompt) => heard.get(prompt)?.has(category));
    return {
      category,
      recall: 1 - missed.length / wanted.length,
      falseAlarms: stopped.length / set.benign.length,
      missed: [...new Set(missed.map(({ disguise }) => disguise))],
      stopped,
    };
  });
}
