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
  credits: z.int(),
  /** Median seconds from request to delivery, as the catalogue expects it. */
  expectedSeconds: z.int(),
  sizes: z.array(z.string()),
  available: z.boolean(),
});
export type ModelView = z.infer<typeof modelView>;
