import type { CatalogueModel } from "@covenant/providers";
import { geminiImageRoutes, openAiImageRoutes } from "../direct-image-routes.ts";
import {
  bananaSizes,
  gptImageRoutes,
  nanoBananaRoutes,
  pixelSizes,
  seedreamRoutes,
  seedreamSizes,
  zImageRoutes,
} from "../fal-image-routes.ts";

/** One credit is USD 0.0001, so 100 credits are a cent. */
export const models: readonly CatalogueModel[] = [
  {
    id: "z-image",
    name: "Z-Image",
    maker: "Tongyi-MAI",
    modality: "text-to-image",
    description: "Text to image, the quickest and least expensive of the catalogue.",
    credits: 70,
    expectedSeconds: 6,
    sizes: pixelSizes,
    countMost: 4,
    routes: zImageRoutes,
  },
  {
    id: "nano-banana-2",
    name: "Nano Banana 2",
    maker: "Google",
    usagePolicyUrl: "https://policies.google.com/terms/generative-ai/use-policy",
    modality: "text-to-image",
    description: "Text to image with close instruction following, at 1K in five ratios.",
    credits: 960,
    expectedSeconds: 15,
    sizes: bananaSizes,
    routes: [...nanoBananaRoutes, ...geminiImageRoutes],
  },
  {
    id: "gpt-image-2",
    name: "GPT Image 2",
    maker: "OpenAI",
    promptMost: 32_000,
    usagePolicyUrl: "https://openai.com/policies/usage-policies",
    modality: "text-to-image",
    description: "Text to image with legible lettering, at medium quality.",
    credits: 850,
    expectedSeconds: 40,
    sizes: pixelSizes,
    routes: [...gptImageRoutes, ...openAiImageRoutes],
  },
  {
    id: "seedream-4.5",
    name: "Seedream 4.5",
    maker: "ByteDance",
    modality: "text-to-image",
    description: "Text to image from 2K upwards.",
    credits: 480,
    expectedSeconds: 20,
    sizes: seedreamSizes,
    routes: seedreamRoutes,
  },
];
