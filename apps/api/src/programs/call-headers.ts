import * as z from "zod";

/** What a call that makes something may send beside its body. */
export const callHeaders = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(255, "Shorten 'Idempotency-Key': it may have 255 characters.")
    .optional()
    .describe(
      "One key is one generation: sent again with the same body it answers with that one, with another body 409.",
    ),
});
