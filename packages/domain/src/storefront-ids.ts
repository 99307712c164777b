/** The storefronts this deployment serves. A new one is a name here and the folders the compiler then asks for. */
export const storefrontIds = ["modelmyimage", "apimodels", "image-ai-run"] as const;
export type StorefrontId = (typeof storefrontIds)[number];

/** Each storefront as people call it. */
export const storefrontNames = {
  modelmyimage: "ModelMyImage",
  apimodels: "apimodels.app",
  "image-ai-run": "Image-AI.run",
} as const satisfies Record<StorefrontId, string>;
