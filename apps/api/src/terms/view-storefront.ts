import type { StorefrontId, StorefrontView } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";

/** What anybody may know of a storefront, with the terms version that a new member accepts now. */
export function viewStorefront(
  { clock, settings }: Pick<Deps, "clock" | "settings">,
  id: StorefrontId,
): StorefrontView {
  const { name, tagline, supportEmail, minimumAge, studio, paymentMethods } = storefronts[id];
  return {
    id,
    name,
    tagline,
    supportEmail,
    minimumAge,
    termsVersion: termsInForce(id, clock.now()).version,
    studio,
    paymentMethods: [...paymentMethods],
    demo: settings.COVENANT_MODE === "demo",
  };
}
