import { credits } from "@covenant/domain";
import type { Pack } from "../storefront.ts";

/** Packs here do not expire: none is sold with a term (image-ai-run terms, credits and packs). */
export const packs: readonly Pack[] = [
  {
    id: "iai-100",
    name: "100 credits",
    credits: credits(100),
    price: { amountMinor: 990, currency: "USD" },
    expiresAfterDays: null,
  },
  {
    id: "iai-300",
    name: "300 credits",
    credits: credits(300),
    price: { amountMinor: 2490, currency: "USD" },
    expiresAfterDays: null,
  },
  {
    id: "iai-1000",
    name: "1,000 credits",
    credits: credits(1000),
    price: { amountMinor: 7490, currency: "USD" },
    expiresAfterDays: null,
  },
];
