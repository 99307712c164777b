import { storefrontNames } from "@covenant/domain";
import type { Storefront } from "../storefront.ts";
import { models } from "./catalogue.ts";
import { packs } from "./packs.ts";
import { plans } from "./plans.ts";

export const modelMyImage: Storefront = {
  id: "modelmyimage",
  name: storefrontNames.modelmyimage,
  tagline: "A photo in, a 3D model out, and no file kept.",
  host: "modelmyimage.localhost",
  // The documents point at a contact page; its mail arrives here (assumed).
  supportEmail: "support@modelmyimage.com",
  // The documents name no place; business days are counted in UTC (assumed).
  zone: "UTC",
  // The documents name no age. The law's floor; the policy engine adds the age of digital consent of the member's country.
  minimumAge: 13,
  promptLanguages: ["en", "de", "fr", "es"],
  studio: "model-3d",
  paymentMethods: ["card"],
  currency: "USD",
  cnyPerUsd: null,
  refundApprovalAboveMinor: 5_000,
  upstreamRetention: "prefer",
  excludesTraining: true,
  deliveryWindow: { minutes: 60, minutesAfterDownload: 10 },
  uploads: { filesAtOnce: 25, bytesAtMost: 400_000_000 },
  models,
  packs,
  plans,
  demo: { credits: 60, plan: "mmi-member" },
  face: { accentHue: 285, wordmark: { plain: "Model", marked: "MyImage" } },
};
