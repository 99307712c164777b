import { type Credits, credits } from "@covenant/domain";
import type { Pack } from "../storefront.ts";

/** What a top-up of so many cents is worth: one credit is USD 0.0001. */
function creditsFor(amountMinor: number): Credits {
  return credits(amountMinor * 100);
}

function topUp(dollars: number): Pack {
  const amountMinor = dollars * 100;
  return {
    id: `api-usd-${dollars}`,
    name: `$${dollars} top-up`,
    credits: creditsFor(amountMinor),
    price: { amountMinor, currency: "USD" },
    expiresAfterDays: null,
  };
}

/** Pay as you go: a top-up buys its own worth, without tiers or bonuses. */
export const packs: readonly Pack[] = [topUp(5), topUp(20), topUp(100)];
