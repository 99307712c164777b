import * as z from "zod/mini";

/**
 * The least of `generateContent` that the adapter relies on. Unknown fields are ignored.
 * Source: googleapis/js-genai `GenerateContentResponse`, `FinishReason`, `BlockedReason`; google.rpc.Status for errors.
 */
const part = z.object({
  /** A draft of the model's own, which is not the result. */
  thought: z.optional(z.boolean()),
  inlineData: z.optional(z.object({ mimeType: z.string(), data: z.string() })),
});
const candidate = z.object({
  content: z.optional(z.object({ parts: z.optional(z.array(part)) })),
  finishReason: z.optional(z.string()),
});
export type Candidate = z.infer<typeof candidate>;

export const contentBody = z.object({
  candidates: z.optional(z.array(candidate)),
  promptFeedback: z.optional(z.object({ blockReason: z.optional(z.string()) })),
  usageMetadata: z.optional(
    z.object({
      promptTokenCount: z.optional(z.int()),
      candidatesTokenCount: z.optional(z.int()),
      thoughtsTokenCount: z.optional(z.int()),
    }),
  ),
});
export type ContentBody = z.infer<typeof contentBody>;

export const errorBody = z.object({
  error: z.object({
    code: z.optional(z.int()),
    status: z.optional(z.string()),
    details: z.optional(
      z.array(
        z.object({
          reason: z.optional(z.string()),
          violations: z.optional(z.array(z.object({ quotaId: z.optional(z.string()) }))),
        }),
      ),
    ),
  }),
});
export type GeminiError = z.infer<typeof errorBody>["error"];
