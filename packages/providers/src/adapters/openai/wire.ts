import * as z from "zod/mini";

/**
 * The least of OpenAI's wire format that the adapter relies on. Unknown fields are ignored.
 * Source: openai/openai-openapi `ImagesResponse`, `CreateChatCompletionResponse`, `Error`; moderation details as the image
 * models answer them.
 */
export const errorBody = z.object({
  error: z.object({
    message: z.optional(z.nullable(z.string())),
    type: z.optional(z.nullable(z.string())),
    code: z.optional(z.nullable(z.union([z.string(), z.number()]))),
    param: z.optional(z.nullable(z.string())),
    moderation_details: z.optional(
      z.object({ moderation_stage: z.optional(z.string()), categories: z.optional(z.array(z.string())) }),
    ),
  }),
});
export type OpenAiError = z.infer<typeof errorBody>["error"];

export const imagesBody = z.object({
  data: z.array(z.object({ b64_json: z.optional(z.string()) })),
  output_format: z.optional(z.string()),
  usage: z.optional(z.object({ input_tokens: z.int(), output_tokens: z.int() })),
});

export const chatBody = z.object({
  id: z.string(),
  choices: z
    .array(
      z.object({
        finish_reason: z.nullable(z.string()),
        message: z.object({ content: z.nullable(z.string()), refusal: z.optional(z.nullable(z.string())) }),
      }),
    )
    .check(z.minLength(1)),
  usage: z.object({
    prompt_tokens: z.int(),
    completion_tokens: z.int(),
    prompt_tokens_details: z.optional(z.nullable(z.object({ cached_tokens: z.optional(z.int()) }))),
  }),
});
