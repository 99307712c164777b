import { type StorefrontId, storefrontIds } from "@covenant/domain";

/** The storefronts as staff call them. */
export const storefrontNames = {
  modelmyimage: "ModelMyImage",
  apimodels: "apimodels.app",
  "image-ai-run": "Image-AI.run",
} as const satisfies Record<StorefrontId, string>;

/** A choice of storefront, for the filters of any list. */
export const storefrontFilter = {
  kind: "choice",
  id: "storefront",
  label: "Storefront",
  anyLabel: "Any storefront",
  options: storefrontIds.map((id) => ({ value: id, label: storefrontNames[id] })),
} as const;
