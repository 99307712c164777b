import * as z from "zod/mini";
import { clauseCitation } from "./clause.ts";
import { creditsSchema } from "./credits.ts";
import { idSchema } from "./ids.ts";
import { storableText } from "./storable-text.ts";

const countSchema = z.int().check(z.minimum(1), z.maximum(10));

/** What a generation is asked to do, before it has a price. */
export const generationSpec = z.strictObject({
  modelId: z.string().check(z.maxLength(80)),
  prompt: z.string().check(z.maxLength(32_000), storableText),
  size: z.optional(z.string().check(z.maxLength(20))),
  /** Results that are wanted; one where it is not said. */
  count: z.optional(countSchema),
  uploadId: z.optional(idSchema("upload")),
});
export type GenerationSpec = z.infer<typeof generationSpec>;

/** Pricing does not need the prompt, so it does not travel. */
export const quoteRequest = z.strictObject({
  modelId: z.string().check(z.maxLength(80)),
  size: z.optional(z.string().check(z.maxLength(20))),
  count: z.optional(countSchema),
});

/** A short-lived, server-made price that the run cannot exceed, with who pays if it goes wrong. */
export const quoteView = z.object({
  quoteId: idSchema("quote"),
  modelId: z.string(),
  credits: creditsSchema,
  balanceAfter: z.int(),
  expectedSeconds: z.int(),
  validUntil: z.string(),
  /** How long the files live, in words, and the clause that says so. */
  retention: z.object({ sentence: z.string(), clauses: z.array(clauseCitation) }),
  /** Who pays if it is blocked, fails, or the upstream refuses. */
  charges: z.array(z.object({ when: z.string(), sentence: z.string(), clauses: z.array(clauseCitation) })),
});
export type QuoteView = z.infer<typeof quoteView>;
