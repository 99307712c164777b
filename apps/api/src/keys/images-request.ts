import * as z from "zod";

/** The body of `POST /v1/images/generations`, as OpenAI's images API has it, as far as we serve it. */
export const imagesRequest = z.object({
  model: z.string().min(1).max(80),
  prompt: z.string().min(1).max(32_000),
  n: z.literal(1).default(1),
  size: z.string().max(20).optional(),
  response_format: z.enum(["url", "b64_json"]).default("url"),
});
export type ImagesRequest = z.infer<typeof imagesRequest>;
