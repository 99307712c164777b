import type { CreditLine, GenerationView } from "@covenant/domain";

/** What a generation took for good and what came back, by the lines that the ledger gives of it. */
export function creditsOf({ creditLines }: Pick<GenerationView, "creditLines">): { charged: number; refunded: number } {
  const sum = (...kinds: CreditLine["kind"][]) =>
    creditLines.filter(({ kind }) => kinds.includes(kind)).reduce((total, { credits }) => total + credits, 0);
  const paidBack = sum("paid-back");
  return { charged: sum("captured") - paidBack, refunded: sum("released") + paidBack };
}
