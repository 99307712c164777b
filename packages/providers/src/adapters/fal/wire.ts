import * as z from "zod/mini";

/**
 * The least of fal's wire format that the adapter relies on. Unknown fields are ignored.
 * Source: fal.ai/docs model-apis/inference (queue, webhooks), model-apis/errors and request-errors.
 */
export const submittedBody = z.object({
  request_id: z.string().check(z.minLength(1), z.maxLength(200)),
  status_url: z.url(),
  response_url: z.url(),
  cancel_url: z.url(),
});

export const statusBody = z.object({
  status: z.string(),
  error: z.optional(z.nullable(z.string())),
  error_type: z.optional(z.nullable(z.string())),
});

/** Some endpoints document `success`, the queue page documents `status`; both are in use. */
export const cancelBody = z.object({ status: z.optional(z.string()), success: z.optional(z.boolean()) });

/** The model's own error: `detail` is a list. */
export const modelErrorBody = z.object({
  detail: z
    .array(
      z.object({
        type: z.string(),
        loc: z.optional(z.array(z.union([z.string(), z.number()]))),
        msg: z.optional(z.string()),
      }),
    )
    .check(z.minLength(1)),
});

/** The queue's error: `detail` is a sentence. */
export const requestErrorBody = z.object({ detail: z.string(), error_type: z.optional(z.nullable(z.string())) });

const flags = z.nullable(z.union([z.boolean(), z.array(z.boolean())]));
/** The soft moderation of image models: a 200, a flag, and a black picture. */
export const moderatedBody = z.object({
  has_nsfw_concepts: z.optional(flags),
  nsfw_content_detected: z.optional(flags),
});

export const webhookBody = z.object({ request_id: z.string().check(z.minLength(1), z.maxLength(200)) });

export const keySetBody = z.object({ keys: z.array(z.unknown()) });
export const ed25519Key = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string() });
