/** What a storefront may offer that decides what it stores and who receives it. A provider is offered by its name. */
export const offers = ["uploads", "api-keys", "plans", "alipay", "fal", "model-makers"] as const;
export type Offer = (typeof offers)[number];

/** What one storefront offers, and the makers of its models that get requests through a provider. */
export type Offers = { readonly has: readonly Offer[]; readonly makers: readonly string[] };
