import type { Signal, StorefrontId } from "@covenant/domain";
import { type PromptOutcome, type PromptQuestion, type Ruling, ruleOnPrompt } from "@covenant/policy";
import type { Look } from "../decoding/look-at-picture.ts";
import type { Deps } from "../deps.ts";
import { type Barred, findBarred } from "../imprints/find-barred.ts";
import type { GenerationRow } from "./generation-store.ts";
import { unlessUnheard } from "./hear-signals.ts";

export type JudgeDeps = Pick<Deps, "db" | "moderate" | "log">;

/** A picture that a model made, with what was found in it. */
export type JudgedResult = {
  readonly look: Look;
  readonly ruling: Ruling<PromptOutcome>;
  /** What the ruling was made on. The bar is for staff: nobody outside learns that there is a list. */
  readonly facts: PromptQuestion & { readonly near: Barred["near"] | null };
};

/** A black picture says no and not why, like an upstream's flag without a category. */
const blackened: Signal = { source: "upstream", category: null, confidence: 0.6 };

/** Judges a picture before it is delivered, by three voices: the upstream's check, the moderation model, and the barred pictures. */
export async function judgeResult(deps: JudgeDeps, generation: GenerationRow, look: Look): Promise<JudgedResult> {
  const barred = await findBarred(deps.db, look.imprint);
  const image = { bytes: look.copy, contentType: "image/jpeg" };
  const heard = look.isBlack ? blackened : await unlessUnheard(deps, deps.moderate({ image }));
  const signals = [heard, barred?.signal ?? null].filter((signal) => signal !== null);
  const storefront = generation.storefront as StorefrontId;
  const facts = { storefront, at: generation.createdAt, signals, of: "result", near: barred?.near ?? null } as const;
  return { look, facts, ruling: ruleOnPrompt(facts) };
}

export function isWithheld({ ruling }: JudgedResult): boolean {
  return ruling.outcome.outcome === "blocked";
}
