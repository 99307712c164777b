import { credits } from "@covenant/domain";
import type { Plan } from "../storefront.ts";

/** Days. The processor collects a renewal an hour after its period has begun: until it has, the credits before it still do. */
const bridge = 1;

/** Names, sizes and prices are assumed; the documents say that subscriptions bring credits each period which expire. */
export const plans: readonly Plan[] = [
  {
    id: "iai-starter",
    name: "Starter",
    credits: credits(150),
    interval: "month",
    price: { amountMinor: 990, currency: "USD" },
    expiresAfterPeriodDays: bridge,
  },
  {
    id: "iai-creator",
    name: "Creator",
    credits: credits(500),
    interval: "month",
    price: { amountMinor: 2490, currency: "USD" },
    expiresAfterPeriodDays: bridge,
  },
  {
    id: "iai-studio",
    name: "Studio",
    credits: credits(1500),
    interval: "month",
    price: { amountMinor: 5990, currency: "USD" },
    expiresAfterPeriodDays: bridge,
  },
];
