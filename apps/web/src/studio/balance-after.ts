import type { QuoteView } from "@covenant/domain";

/** What is left once so many generations of the same quote are held; below zero it is short by that much. */
export function balanceAfter({ balanceAfter: afterOne, credits }: QuoteView, count: number): number {
  return afterOne - credits * (count - 1);
}
