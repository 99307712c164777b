import type { Signal, StorefrontId } from "@covenant/domain";
import { type Hit, screenPrompt } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/** What voices say, and where our own found what it speaks of. Neither repeats a word of the prompt. */
export type Heard = { readonly signals: readonly Signal[]; readonly hits: readonly Hit[] };

/**
 * What our screening and the moderation model say of a prompt: two voices that do not know of each other. A moderation
 * model that cannot be reached is a voice not heard, never a yes or a no.
 */
export async function hearSignals(
  { moderate, wordListsOf, log }: Pick<Deps, "moderate" | "wordListsOf" | "log">,
  storefront: StorefrontId,
  prompt: string,
): Promise<Heard> {
  if (prompt.trim() === "") return { signals: [], hits: [] };
  const { signals, hits } = screenPrompt(storefront, prompt, wordListsOf(storefront));
  const heard = await unlessUnheard({ log }, moderate({ prompt }));
  return { signals: heard === null ? signals : [...signals, heard], hits };
}

/** What the moderation model says, or null where it cannot be reached, which the log says. */
export function unlessUnheard({ log }: Pick<Deps, "log">, asked: Promise<Signal | null>): Promise<Signal | null> {
  return asked.catch((fault: unknown) => {
    log.warn({ fault: fault instanceof Error ? fault.name : "unknown" }, "moderation model not heard");
    return null;
  });
}
