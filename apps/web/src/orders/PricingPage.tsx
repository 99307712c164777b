import { formatCredits, formatMoney, type PackView } from "@covenant/domain";
import { Card, LinkButton, PageHeader } from "@covenant/ui";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { useIsMember, useStorefront } from "../shell/use-storefront.ts";

const route = getRouteApi("/pricing");

// Only members can order, and only they load what ordering needs.
const BuyButtons = lazy(async () => ({ default: (await import("./BuyButtons.tsx")).BuyButtons }));

/** What credits cost and what they buy. `notice` tells a member who cannot buy why. */
export function PricingPage({ notice }: { notice: ReactNode }) {
  const { name } = useStorefront();
  const { packs, models } = route.useLoaderData();
  return (
    <PageBody>
      <PageHeader title="Pricing" detail={`Credits of ${name}, bought once. What you do not spend stays yours.`} />
      {notice}
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {packs.map((pack) => (
          <li key={pack.id}>
            <PackCard pack={pack} />
          </li>
        ))}
      </ul>
      <p className="text-small text-muted">
        Buying, you ask us for the credits at once. Where the law lets you withdraw within 14 days, what you have used
        by then stays paid for, and the rest comes back to you.
      </p>
      <Card title="What a generation takes">
        <ul className="divide-y text-ui">
          {models.map((model) => (
            <li key={model.id} className="flex items-baseline justify-between gap-4 py-2">
              <span className="font-medium">{model.name}</span>
              <span className="text-muted tabular">{formatCredits(model.credits)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </PageBody>
  );
}

function PackCard({ pack }: { pack: PackView }) {
  const isMember = useIsMember();
  return (
    <Card title={pack.name}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-col">
          <span className="text-h1 font-semibold tabular">{formatMoney(pack.price)}</span>
          <span className="text-ui text-muted tabular">{formatCredits(pack.credits)}</span>
          <span className="text-small text-muted">
            {pack.expiresAfterDays === null
              ? "They do not expire."
              : `They expire after ${pack.expiresAfterDays} days.`}
          </span>
        </div>
        {isMember ? (
          <Suspense fallback={<div className="h-control" />}>
            <BuyButtons packId={pack.id} />
          </Suspense>
        ) : (
          <LinkButton href={paths.signIn(paths.pricing)}>Sign in to buy</LinkButton>
        )}
      </div>
    </Card>
  );
}
