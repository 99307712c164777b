import { storefrontNames } from "@covenant/domain";
import type { Storefront } from "../storefront.ts";
import { models } from "./catalogue.ts";
import { packs } from "./packs.ts";
import { plans } from "./plans.ts";

export const imageAiRun: Storefront = {
  id: "image-ai-run",
  name: storefrontNames["image-ai-run"],
  tagline: "Pictures from words, on the model that suits them.",
  host: "image-ai-run.localhost",
  supportEmail: "support@z-image-ai.run",
  // The documents name no place; business days are counted in UTC (assumed).
  zone: "UTC",
  // Thirteen, or the age of digital consent where the member lives, whichever is higher: the policy engine adds the second.
  minimumAge: 13,
  promptLanguages: ["en", "de", "fr", "es", "zh"],
  studio: "image",
  paymentMethods: ["card"],
  currency: "USD",
  cnyPerUsd: null,
  refundApprovalAboveMinor: 5_000,
  upstreamRetention: "prefer",
  excludesTraining: true,
  deliveryWindow: null,
  uploads: { filesAtOnce: 25, bytesAtMost: 25_000_000 },
  models,
  packs,
  plans,
  demo: { credits: 40, plan: null },
  face: { accentHue: 25, wordmark: { plain: "Image-AI", marked: ".run" } },
};
