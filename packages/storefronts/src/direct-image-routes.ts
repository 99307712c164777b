import type { CatalogueRoute } from "@covenant/providers";
import { bananaRatios } from "./fal-image-routes.ts";

/**
 * The same models as through fal, straight from their makers. Neither can be asked to keep nothing, so they are taken where
 * fal cannot: both keep requests for a while against abuse, and train on none. Prices are snapshots of November 2026.
 */
const direct = { noStore: "none", trainsOnInputs: false, retirement: null } as const;

/** Source: platform.openai.com/docs/api-reference/images, developers.openai.com/api/docs/guides/your-data. */
function openAiRoute(operation: "text-to-image" | "image-to-image"): CatalogueRoute {
  const sizes = { "1024x1024": "1024x1024", "1536x1024": "1536x1024", "1024x1536": "1024x1536" };
  return {
    ...direct,
    provider: "openai",
    upstreamModel: "gpt-image-2",
    operation,
    parameters: { n: 1, quality: "medium", output_format: "png" },
    fields: {
      inputs: {
        prompt: "prompt",
        image: operation === "image-to-image" ? { field: "image[]", takesList: true } : null,
        size: { field: "size", as: sizes },
      },
      outputs: [{ path: "data[].b64_json", format: "png", role: "main" }],
    },
    // OpenAI bills tokens; this is a picture of the largest of the three sizes.
    costMicroUsd: 80_000,
  };
}

/** Source: ai.google.dev/api/generate-content, ai.google.dev/gemini-api/docs/zdr. */
function geminiRoute(operation: "text-to-image" | "image-to-image"): CatalogueRoute {
  return {
    ...direct,
    provider: "gemini",
    upstreamModel: "gemini-nano-banana-2.1",
    operation,
    parameters: { generationConfig: { responseModalities: ["IMAGE"], imageConfig: { imageSize: "1K" } } },
    fields: {
      inputs: {
        prompt: "text",
        image: operation === "image-to-image" ? { field: "inlineData", takesList: true } : null,
        size: { field: "generationConfig.imageConfig.aspectRatio", as: bananaRatios },
      },
      outputs: [{ path: "candidates[].content.parts[].inlineData.data", format: "png", role: "main" }],
    },
    costMicroUsd: 33_600,
  };
}

export const openAiImageRoutes = [openAiRoute("text-to-image"), openAiRoute("image-to-image")];
export const geminiImageRoutes = [geminiRoute("text-to-image"), geminiRoute("image-to-image")];
