import type { QuoteView } from "@covenant/domain";
import * as z from "zod";

/** What a generation would cost: exact, since every model has one price a size, and kept for ten minutes. */
export const quoteAnswer = z
  .object({
    id: z.string().describe("Send it as 'quote' to pay no more than this."),
    object: z.literal("quote"),
    model: z.string(),
    credits: z.int(),
    is_exact: z.boolean().describe("False: an upper bound."),
    balance_after: z.int().describe("Below zero: buy credits first."),
    expected_seconds: z.int(),
    valid_until: z.string(),
    charges: z.array(z.object({ when: z.string(), sentence: z.string(), clauses: z.array(z.string()) })),
    retention: z.string(),
  })
  .meta({ id: "Quote" });

export function answerQuote(quote: QuoteView): z.infer<typeof quoteAnswer> {
  return {
    id: quote.quoteId,
    object: "quote",
    model: quote.modelId,
    credits: quote.credits,
    is_exact: true,
    balance_after: quote.balanceAfter,
    expected_seconds: quote.expectedSeconds,
    valid_until: quote.validUntil,
    charges: quote.charges.map(({ when, sentence, clauses }) => ({
      when,
      sentence,
      clauses: clauses.map(({ id }) => id),
    })),
    retention: quote.retention.sentence,
  };
}
