/** The storefronts this deployment serves: for each its name, and what it does in one line. A new one is a line here. */
const known = {
  modelmyimage: ["ModelMyImage", "A photo becomes a 3D model."],
  apimodels: ["apimodels.app", "One API key for every model."],
  "image-ai-run": ["Image-AI.run", "Pictures from words, many models."],
} as const;

export type StorefrontId = keyof typeof known;
export const storefrontIds = Object.keys(known) as [StorefrontId, ...StorefrontId[]];

/** Each storefront as people call it. */
export const storefrontNames = column(0);
/** What each storefront does, in one line. */
export const storefrontLines = column(1);

function column(at: 0 | 1): Readonly<Record<StorefrontId, string>> {
  const cells = Object.entries(known).map(([id, words]) => [id, words[at]] as const);
  return Object.fromEntries(cells) as Record<StorefrontId, string>;
}
