import type { Signal, StorefrontId } from "@covenant/domain";
import { screenPrompt } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/**
 * What our screening and the moderation model say of a prompt: two voices that do not know of each other. A moderation
 * model that cannot be reached is a voice not heard, never a yes or a no.
 */
export async function hearSignals(
  { moderate, log }: Pick<Deps, "moderate" | "log">,
  storefront: StorefrontId,
  prompt: string,
): Promise<Signal[]> {
  if (prompt.trim() === "") return [];
  const { signals } = screenPrompt(storefront, prompt);
  const heard = await moderate(prompt).catch((fault: unknown) => {
    log.warn({ fault: fault instanceof Error ? fault.name : "unknown" }, "moderation model not heard");
    return null;
  });
  return heard === null ? [...signals] : [...signals, heard];
}
