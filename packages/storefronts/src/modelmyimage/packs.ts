import { credits } from "@covenant/domain";
import type { Pack } from "../storefront.ts";

export const packs: readonly Pack[] = [
  {
    id: "mmi-60",
    name: "60 credits",
    credits: credits(60),
    price: { amountMinor: 1200, currency: "USD" },
    expiresAfterDays: null,
  },
  {
    id: "mmi-200",
    name: "200 credits",
    credits: credits(200),
    price: { amountMinor: 3600, currency: "USD" },
    expiresAfterDays: null,
  },
  {
    id: "mmi-600",
    name: "600 credits",
    credits: credits(600),
    price: { amountMinor: 9900, currency: "USD" },
    expiresAfterDays: null,
  },
];
