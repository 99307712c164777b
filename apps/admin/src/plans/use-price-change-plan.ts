import type { PlanFile, PriceChangePlanView, PriceChangeQuestion } from "@covenant/domain";
import { readLocalMoment } from "@covenant/ui";
import { skipToken, useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import type { TypedPrice } from "./use-price-change-form.ts";

/** What a preview has answered so far, and how to ask it again. */
export type Preview = { data: PriceChangePlanView | undefined; error: unknown; refetch: () => unknown };

/** The smallest price the processor takes, in minor units. */
const leastMinor = 50;

/** What is to be asked about what is typed; null while that is no price and no moment. */
export function questionOf(
  { storefront, id }: PlanFile,
  { amount, effectiveAt }: TypedPrice,
): PriceChangeQuestion | null {
  const at = readLocalMoment(effectiveAt);
  if (amount === null || at === null) return null;
  const amountMinor = Math.round(amount * 100);
  return amountMinor < leastMinor ? null : { storefront, planId: id, amountMinor, effectiveAt: at };
}

/** The query that previews a new price. One that is not fresh is refused when it is sent, so each look at it asks again. */
export function previewOf(question: PriceChangeQuestion | null) {
  return api.prices.preview.queryOptions(question ?? skipToken, { staleTime: 0 });
}

/** What a new price would do, and why it cannot be set yet. */
export function usePriceChangePlan(question: PriceChangeQuestion | null) {
  const preview: Preview = useQuery(previewOf(question));
  return { preview, reason: reasonAgainst(question, preview) };
}

function reasonAgainst(question: PriceChangeQuestion | null, { data, error }: Preview): string | undefined {
  // The form itself asks for what is missing, at its field.
  if (question === null) return undefined;
  if (error !== null) return "What this would do is not known.";
  return data === undefined ? "Wait until it is clear what this would do." : undefined;
}
