import type { CatalogueModel, CatalogueRoute } from "@covenant/providers";

/**
 * Meshy 6 through fal; the tiers differ in mesh density. fal forgets on request, Meshy behind it follows its own terms, which
 * the attempt discloses. Source: fal.ai/models/fal-ai/meshy/v6/image-to-3d.
 */
function meshyRoute(targetPolycount: number): CatalogueRoute {
  return {
    provider: "fal",
    upstreamModel: "fal-ai/meshy/v6/image-to-3d",
    operation: "image-to-3d",
    parameters: {
      target_polycount: targetPolycount,
      topology: "triangle",
      should_remesh: true,
      enable_safety_checker: true,
    },
    fields: {
      inputs: { prompt: "texture_prompt", image: { field: "image_url", takesList: false }, size: null },
      outputs: [
        { path: "model_glb.url", format: "glb", role: "main" },
        { path: "model_urls.obj.url", format: "obj", role: "extra" },
        { path: "model_urls.stl.url", format: "stl", role: "extra" },
      ],
    },
    noStore: "gateway-only",
    trainsOnInputs: false,
    costMicroUsd: 800_000,
    retirement: null,
  };
}

/**
 * The same model straight from Meshy, for when fal cannot be used. Meshy keeps a task for about three days and trains on
 * none; it cannot be asked to keep nothing, so each task is erased there once it is over. Source: docs.meshy.ai/api/image-to-3d, docs.meshy.ai/faq.
 */
function directRoute(targetPolycount: number): CatalogueRoute {
  return {
    provider: "meshy",
    upstreamModel: "meshy-6",
    operation: "image-to-3d",
    parameters: {
      target_polycount: targetPolycount,
      topology: "triangle",
      should_remesh: true,
      target_formats: ["glb", "obj", "stl"],
    },
    fields: {
      inputs: { prompt: "texture_prompt", image: { field: "image_url", takesList: false }, size: null },
      outputs: [
        { path: "model_urls.glb", format: "glb", role: "main" },
        { path: "model_urls.obj", format: "obj", role: "extra" },
        { path: "model_urls.stl", format: "stl", role: "extra" },
      ],
    },
    noStore: "none",
    trainsOnInputs: false,
    // 30 of Meshy's credits, textured, at 1,000 for 20 dollars.
    costMicroUsd: 600_000,
    retirement: null,
  };
}

/** Source: fal.ai/models/fal-ai/bria/background/remove. */
const backgroundRoute: CatalogueRoute = {
  provider: "fal",
  upstreamModel: "fal-ai/bria/background/remove",
  operation: "background-removal",
  parameters: {},
  fields: {
    inputs: { prompt: null, image: { field: "image_url", takesList: false }, size: null },
    outputs: [{ path: "image.url", format: "png", role: "main" }],
  },
  noStore: "whole-chain",
  trainsOnInputs: false,
  costMicroUsd: 18_000,
  retirement: null,
};

export const models: readonly CatalogueModel[] = [
  {
    id: "low-fidelity",
    name: "Low Fidelity",
    maker: "Meshy",
    modality: "image-to-3d",
    description: "A fast first pass: the overall form, with a light mesh.",
    credits: 10,
    expectedSeconds: 90,
    sizes: [],
    routes: [meshyRoute(10_000), directRoute(10_000)],
  },
  {
    id: "high-fidelity",
    name: "High Fidelity",
    maker: "Meshy",
    modality: "image-to-3d",
    description: "Slower, with a dense mesh that keeps small features.",
    credits: 30,
    expectedSeconds: 240,
    sizes: [],
    routes: [meshyRoute(200_000), directRoute(200_000)],
  },
  {
    id: "background-removal",
    name: "Background Removal",
    maker: "Bria",
    modality: "background-removal",
    description: "Cuts the subject out and gives a transparent PNG.",
    credits: 2,
    expectedSeconds: 8,
    sizes: [],
    routes: [backgroundRoute],
  },
];
