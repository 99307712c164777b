import { storefrontIds, storefrontNames } from "@covenant/domain";

/** A choice of storefront, for the filters of any list. */
export const storefrontFilter = {
  kind: "choice",
  id: "storefront",
  label: "Storefront",
  anyLabel: "Any storefront",
  options: storefrontIds.map((id) => ({ value: id, label: storefrontNames[id] })),
} as const;
