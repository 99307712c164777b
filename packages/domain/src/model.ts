import * as z from "zod/mini";

export const modalities = [
  "text-to-image",
  "image-to-image",
  "image-to-3d",
  "background-removal",
  "text-to-speech",
  "text-to-video",
  "image-to-video",
] as const;
export type Modality = (typeof modalities)[number];

/** A model as a member chooses it. */
export const modelView = z.object({
  /** `z-image`; stable, ours. */
  id: z.string(),
  name: z.string(),
  maker: z.string(),
  modality: z.enum(modalities),
  description: z.string(),
  /** For whoever asks: a subscriber may keep an earlier price for a time. */
  credits: z.int(),
  /** The next price that is set, and from when it holds for whoever asks. */
  coming: z.nullable(z.object({ credits: z.int(), from: z.string() })),
  /** The first day in UTC on which it is no longer sold, and the name of the model that follows it. */
  sunset: z.nullable(z.object({ on: z.string(), successor: z.nullable(z.string()) })),
  /** Where its maker says what it may be used for. */
  usagePolicyUrl: z.nullable(z.string()),
  /** Median seconds from request to delivery, as the catalogue expects it. */
  expectedSeconds: z.int(),
  sizes: z.array(z.string()),
  /** Results that one request may ask for. */
  countMost: z.int(),
  available: z.boolean(),
});
export type ModelView = z.infer<typeof modelView>;
