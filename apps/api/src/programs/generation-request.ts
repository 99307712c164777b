import { type GenerationSpec, type Id, type IdNoun, idPrefixes } from "@covenant/domain";
import * as z from "zod";

/** An id of ours in a program's hands; what is none is answered with a sentence. */
export function idOf<N extends IdNoun>(noun: N, sentence: string) {
  return z
    .string(sentence)
    .regex(new RegExp(`^${idPrefixes[noun]}_[0-9a-f]{32}$`), sentence)
    .transform((id) => id as Id<N>);
}

const count = "Send 'n' as a whole number from 1 to 10, or leave it out for one result.";
const model = z.string("Name a model in 'model': GET /v1/models lists them.").min(1).max(80);

/** The body of `POST /v1/generations`. An unknown field is refused: a misspelled one would cost credits. */
export const generationBody = z.strictObject({
  model,
  prompt: z
    .string("Send 'prompt' as text.")
    .max(32_000, "Shorten 'prompt': it may have 32,000 characters.")
    .refine((text) => !text.includes("\0"), "Take U+0000 out of 'prompt': it cannot be kept.")
    .default(""),
  size: z.string("Write 'size' as width and height, such as 1024x1024.").max(20).optional(),
  n: z
    .int(count)
    .min(1, count)
    .max(10, count)
    .default(1)
    .describe("Results that are wanted, each at the model's price."),
  image: idOf("upload", "Send in 'image' the id of a file you have uploaded.")
    .optional()
    .describe("The id of an uploaded file, for models that take one."),
  quote: idOf("quote", "Send in 'quote' the id that a call with 'dry_run' gave.")
    .optional()
    .describe("A price asked for before; it holds for ten minutes."),
  dry_run: z
    .boolean("Send 'dry_run' as true or false.")
    .default(false)
    .describe("Only price it: nothing is made or charged."),
});
export type GenerationBody = z.infer<typeof generationBody>;

/** What is asked for, as the rest of the house says it. */
export function specOf({ model: modelId, prompt, size, n: count, image: uploadId }: GenerationBody): GenerationSpec {
  return {
    modelId,
    prompt,
    count,
    ...(size === undefined ? {} : { size }),
    ...(uploadId === undefined ? {} : { uploadId }),
  };
}
