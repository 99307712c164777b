import { formatCredits, formatMoney, type PackView } from "@covenant/domain";
import { Card, PageHeader } from "@covenant/ui";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactNode } from "react";
import { announcedOf } from "../shell/announced-of-model.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { PriceCard, PriceList } from "../shell/PriceCard.tsx";
import { useStorefront } from "../shell/use-storefront.ts";

const route = getRouteApi("/pricing");

// Only members can order, and only they load what ordering needs.
const BuyButtons = lazy(async () => ({ default: (await import("./BuyButtons.tsx")).BuyButtons }));

/** What credits cost and what they buy: plans, then packs. `notice` tells a member who cannot buy why. */
export function PricingPage({ notice, plans }: { notice: ReactNode; plans: ReactNode }) {
  const { name, asksForMembership } = useStorefront();
  const { plans: sold, packs, models } = route.useLoaderData();
  const ways = sold.length === 0 ? "bought once" : "each month or bought once";
  const [membership] = asksForMembership ? sold : [];
  return (
    <PageBody>
      <PageHeader title="Pricing" detail={`Credits of ${name}, ${ways}. What a pack leaves unspent stays yours.`} />
      {membership !== undefined && (
        <p className="measure text-ui">
          To generate you need an active {membership.name}: {formatMoney(membership.price)} a {membership.interval}.
          Packs add credits and do not open the studio by themselves.
        </p>
      )}
      {notice}
      {plans}
      <PriceList id="packs" title="Packs, bought once" consent="Buying, you ask us for the credits at once.">
        {packs.map((pack) => (
          <PriceCard key={pack.id} name={pack.name} lines={linesOf(pack)} verb="buy">
            <BuyButtons packId={pack.id} />
          </PriceCard>
        ))}
      </PriceList>
      <Card title="What a generation takes">
        <ul className="divide-y text-ui">
          {models.map((model) => (
            <li key={model.id} className="flex items-baseline justify-between gap-4 py-2">
              <span className="font-medium">{model.name}</span>
              <span className="text-muted tabular">
                {[formatCredits(model.credits), ...announcedOf(model)].join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </PageBody>
  );
}

function linesOf({ price, credits, expiresAfterDays: days }: PackView) {
  const expiry = days === null ? "They do not expire." : `They expire after ${days} days.`;
  return [formatMoney(price), formatCredits(credits), expiry] as const;
}
