import { credits } from "@covenant/domain";
import type { Plan } from "../storefront.ts";

/** Generating asks for an active membership. Its name, size, price and that its credits stay are assumed. */
export const plans: readonly Plan[] = [
  {
    id: "mmi-member",
    name: "Membership",
    credits: credits(40),
    interval: "month",
    price: { amountMinor: 900, currency: "USD" },
    expiresAfterPeriodDays: null,
  },
];
