import type { CatalogueRoute, InputFields, Json, OutputField } from "@covenant/providers";

/**
 * The image models of fal that more than one storefront sells. Prices are snapshots of November 2026 and rows rule at run
 * time. Sources: fal.ai/models/<id>, field by field from each endpoint's input schema.
 */
const images: readonly OutputField[] = [{ path: "images[].url", format: "png", role: "main" }];
const pixels: InputFields["size"] = { field: "image_size", as: "dimensions" };
const oneImage = { num_images: 1 };

export const pixelSizes = ["1024x1024", "1536x1024", "1024x1536"] as const;
/** Seedream 4.5 makes nothing below about 2K. */
export const seedreamSizes = ["2048x2048", "2560x1920", "1920x2560"] as const;
/** What Nano Banana 2 returns at 1K for each ratio it is asked for. */
export const bananaRatios = {
  "1024x1024": "1:1",
  "1264x848": "3:2",
  "848x1264": "2:3",
  "1376x768": "16:9",
  "768x1376": "9:16",
};
export const bananaSizes = Object.keys(bananaRatios);

type RouteParts = Pick<CatalogueRoute, "upstreamModel" | "noStore" | "costMicroUsd"> & {
  parameters: Readonly<Record<string, Json>>;
  size: InputFields["size"];
  count?: InputFields["count"];
  /** Wire field of the reference image; null: the route takes words only. */
  image: InputFields["image"];
  retirement?: CatalogueRoute["retirement"];
};

function falRoute({ parameters, size, image, count = null, retirement = null, ...route }: RouteParts): CatalogueRoute {
  return {
    ...route,
    provider: "fal",
    operation: image === null ? "text-to-image" : "image-to-image",
    parameters: { ...oneImage, ...parameters },
    fields: { inputs: { prompt: "prompt", image, size, count }, outputs: images },
    trainsOnInputs: false,
    retirement,
  };
}

/** The route for words and the route for words with a reference image, which fal offers under a name of its own. */
function both(
  parts: Omit<RouteParts, "image">,
  reference: Pick<RouteParts, "upstreamModel" | "image" | "retirement">,
): CatalogueRoute[] {
  return [falRoute({ ...parts, image: null }), falRoute({ ...parts, ...reference })];
}

const list: InputFields["image"] = { field: "image_urls", takesList: true };
const single: InputFields["image"] = { field: "image_url", takesList: false };

/** Open weights on fal's own machines: fal's switch reaches all there is. */
export const zImageRoutes = both(
  {
    upstreamModel: "fal-ai/z-image/turbo",
    parameters: { output_format: "png", enable_safety_checker: true },
    size: pixels,
    count: { field: "num_images" },
    noStore: "whole-chain",
    costMicroUsd: 5_000,
  },
  { upstreamModel: "fal-ai/z-image/turbo/image-to-image", image: single },
);

const banana = {
  parameters: { output_format: "png", resolution: "1K" },
  size: { field: "aspect_ratio", as: bananaRatios },
  // fal forgets; Google's machines behind it follow Google's terms.
  noStore: "gateway-only",
  costMicroUsd: 80_000,
} as const;
/** Google ended the model behind this name; the row stays so that old attempts keep their route. */
const endedFor = (successor: string) => ({ retirement: { from: "2026-10-29", successor } });

export const nanoBananaRoutes = [
  ...both(
    { ...banana, upstreamModel: "fal-ai/nano-banana-2", ...endedFor("fal-ai/nano-banana-2.1") },
    { upstreamModel: "fal-ai/nano-banana-2/edit", image: list, ...endedFor("fal-ai/nano-banana-2.1/edit") },
  ),
  // Named after Google's successor; an operator corrects the row should fal list it otherwise.
  ...both(
    { ...banana, upstreamModel: "fal-ai/nano-banana-2.1" },
    { upstreamModel: "fal-ai/nano-banana-2.1/edit", image: list },
  ),
];

export const gptImageRoutes = both(
  {
    upstreamModel: "openai/gpt-image-2",
    // fal's default is `high`, at three times the price.
    parameters: { output_format: "png", quality: "medium" },
    size: pixels,
    noStore: "gateway-only",
    costMicroUsd: 70_000,
  },
  { upstreamModel: "openai/gpt-image-2/edit", image: list },
);

export const seedreamRoutes = both(
  {
    upstreamModel: "fal-ai/bytedance/seedream/v4.5/text-to-image",
    parameters: { max_images: 1, enable_safety_checker: true },
    size: pixels,
    noStore: "gateway-only",
    costMicroUsd: 40_000,
  },
  { upstreamModel: "fal-ai/bytedance/seedream/v4.5/edit", image: list },
);
