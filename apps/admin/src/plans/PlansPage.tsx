import { formatCredits, formatMoney, type PlanFile, storefrontNames } from "@covenant/domain";
import { Badge, EmptyState, PageHeader } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { tableRowsOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { countOf } from "./plan-words.ts";

const columns: readonly Column<PlanFile>[] = [
  { id: "plan", header: "Plan", cell: (plan) => <PlanName plan={plan} />, width: "11rem" },
  { id: "storefront", header: "Storefront", cell: ({ storefront }) => storefrontNames[storefront], width: "10rem" },
  { id: "brings", header: "Brings", cell: ({ credits, interval }) => `${formatCredits(credits)} each ${interval}` },
  {
    id: "price",
    header: "New subscribers pay",
    isNumeric: true,
    cell: ({ price, interval }) => `${formatMoney(price)} a ${interval}`,
    width: "11rem",
  },
  {
    id: "paying",
    header: "Paying",
    isNumeric: true,
    cell: ({ prices }) => figure(countOf(prices, "paying")),
    width: "6rem",
  },
  {
    id: "told",
    header: "Told of a new price",
    isNumeric: true,
    cell: ({ prices }) => figure(countOf(prices, "told")),
    width: "10rem",
  },
];

/** Every storefront's plans, how many pay for each, and how many wait for a new price they were told of. */
export function PlansPage() {
  const plans = useQuery(api.prices.plans.queryOptions());
  return (
    <PageBody>
      <PageHeader title="Plans" detail="What can be subscribed to, who pays for it, and who was told of a new price." />
      <DataTable
        label="Plans"
        columns={columns}
        page={tableRowsOf(plans)}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.plan(id)}
        empty={<EmptyState title="No plans">No storefront sells a subscription.</EmptyState>}
      />
    </PageBody>
  );
}

function PlanName({ plan: { name, enabled } }: { plan: PlanFile }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {name}
      {!enabled && <Badge>off sale</Badge>}
    </span>
  );
}

const figure = (count: number) => count.toLocaleString("en-US");
