import type { AnnouncedTermsView, StorefrontId, StorefrontView } from "@covenant/domain";
import {
  announcedTerms,
  asksForMembership,
  ruleOnTermsNotice,
  type TermsVersion,
  termsInForce,
} from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";

/** What anybody may know of a storefront, with the terms version that a new member accepts now. */
export function viewStorefront(
  { clock, settings }: Pick<Deps, "clock" | "settings">,
  id: StorefrontId,
): StorefrontView {
  const now = clock.now();
  const { name, tagline, supportEmail, minimumAge, studio, uploads, paymentMethods } = storefronts[id];
  return {
    id,
    name,
    tagline,
    supportEmail,
    minimumAge,
    termsVersion: termsInForce(id, now).version,
    announcedTerms: viewAnnounced(id, now),
    studio,
    uploads,
    paymentMethods: [...paymentMethods],
    asksForMembership: asksForMembership(id, now),
    demo: settings.COVENANT_MODE === "demo",
  };
}

/** What is said of an announced version is the same for everybody on every day, and every page asks for it. */
const viewed = new WeakMap<TermsVersion, AnnouncedTermsView | null>();

function viewAnnounced(storefront: StorefrontId, at: Date): AnnouncedTermsView | null {
  const next = announcedTerms(storefront, at);
  if (next === null) return null;
  const known = viewed.get(next);
  if (known !== undefined) return known;
  const notice = ruleOnTermsNotice({ storefront, at });
  const view = notice && pickView(notice.outcome);
  viewed.set(next, view);
  return view;
}

function pickView({ version, inShort, accepted }: AnnouncedTermsView): AnnouncedTermsView {
  return { version, inShort, accepted };
}
