import { formatCredits, formatMoney, type PackView } from "@covenant/domain";
import { Card, PageHeader } from "@covenant/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { useStorefront } from "../shell/use-storefront.ts";
import { BuyButtons } from "./BuyButtons.tsx";

/** What credits cost and what they buy. */
export function PricingPage() {
  const { name } = useStorefront();
  const { data: packs } = useSuspenseQuery(api.orders.packs.queryOptions());
  const { data: models } = useSuspenseQuery(api.models.list.queryOptions());
  return (
    <PageBody>
      <PageHeader title="Pricing" detail={`Credits of ${name}, bought once. What you do not spend stays yours.`} />
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {packs.map((pack) => (
          <li key={pack.id}>
            <PackCard pack={pack} />
          </li>
        ))}
      </ul>
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
        <BuyButtons packId={pack.id} />
      </div>
    </Card>
  );
}
