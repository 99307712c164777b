import { storefrontNames } from "@covenant/domain";
import type { Storefront } from "../storefront.ts";
import { models } from "./catalogue.ts";
import { packs } from "./packs.ts";

export const apimodels: Storefront = {
  id: "apimodels",
  name: storefrontNames.apimodels,
  tagline: "One key for the image models, billed for what succeeds.",
  host: "apimodels.localhost",
  supportEmail: "support@apimodels.app",
  // The documents name no place; business days are counted in UTC (assumed).
  zone: "UTC",
  minimumAge: 18,
  promptLanguages: ["en", "zh"],
  studio: "api",
  paymentMethods: ["card", "alipay"],
  currency: "USD",
  cnyPerUsd: "7.20",
  refundApprovalAboveMinor: 5_000,
  upstreamRetention: "prefer",
  // Its documents promise nothing about training; the operator may still prefer such routes away.
  excludesTraining: false,
  deliveryWindow: null,
  uploads: { filesAtOnce: 25, bytesAtMost: 25_000_000 },
  models,
  packs,
  // Pay as you go: nothing is subscribed to.
  plans: [],
  demo: { credits: 5_000, plan: null },
  face: { accentHue: 160, wordmark: { plain: "apimodels", marked: ".app" } },
};
