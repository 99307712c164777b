import type { AnnouncedTermsView, StorefrontId, StorefrontView } from "@covenant/domain";
import { ruleOnTermsNotice, termsInForce } from "@covenant/policy";
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
    announcedTerms: viewAnnounced(id, clock.now()),
    studio,
    paymentMethods: [...paymentMethods],
    demo: settings.COVENANT_MODE === "demo",
  };
}

function viewAnnounced(storefront: StorefrontId, at: Date): AnnouncedTermsView | null {
  const notice = ruleOnTermsNotice({ storefront, at });
  if (notice === null) return null;
  const { version, inShort, accepted } = notice.outcome;
  return { version, inShort, accepted };
}
