import * as z from "zod";

const prompt = "Say what to make in 'prompt': it is missing or empty.";
const count = "Send 'n' as a whole number from 1 to 10, or leave it out for one image.";
const size = "Write 'size' as width and height, such as 1024x1024, or leave it out.";

/**
 * The body of `POST /v1/images/generations`, as OpenAI's images API has it, as far as we serve it. A field that cannot
 * be used is answered with its message, which says what to change.
 */
export const imagesRequest = z.object(
  {
    model: z.string("Name a model in 'model': GET /v1/models lists them.").min(1).max(80),
    prompt: z
      .string(prompt)
      .refine((text) => text.trim() !== "", prompt)
      .refine((text) => !text.includes("\0"), "Take U+0000 out of 'prompt': it cannot be kept.")
      .max(32_000, "Shorten 'prompt': it may have 32,000 characters."),
    n: z.int(count).min(1, count).max(10, count).default(1),
    size: z.string(size).max(20, size).optional(),
    response_format: z.enum(["url", "b64_json"], "Send 'response_format' as url or b64_json.").default("url"),
  },
  "Send a JSON object with 'model' and 'prompt'.",
);
export type ImagesRequest = z.infer<typeof imagesRequest>;
