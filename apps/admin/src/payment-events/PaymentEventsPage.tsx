import { parkedReasons } from "@covenant/domain";
import { EmptyState, PageHeader } from "@covenant/ui";
import { DataTable, type Filter, FilterBar, nextByCursor, rowsOf, useListKeys } from "@covenant/ui/data-table";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { tablePageOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { filterValues } from "../shell/filter-values.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { eventColumns } from "./event-columns.tsx";
import { reasonTitles } from "./event-words.ts";
import { UnsignedEvents } from "./UnsignedEvents.tsx";

const route = getRouteApi("/_console/payment-events/");

const filterIds = ["about", "show", "reason"] as const;
const filters: readonly Filter<(typeof filterIds)[number]>[] = [
  { kind: "search", id: "about", label: "Id of an event, order, refund…" },
  {
    kind: "choice",
    id: "show",
    label: "Which",
    anyLabel: "Parked",
    options: [{ value: "all", label: "All" }],
  },
  {
    kind: "choice",
    id: "reason",
    label: "Why",
    anyLabel: "For any reason",
    options: parkedReasons.map((reason) => ({ value: reason, label: reasonTitles[reason] })),
  },
];

/** What Stripe told us, the newest first; what nobody could use, unless all is asked for. */
export function PaymentEventsPage() {
  const router = useRouter();
  const { sel = null, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(api.paymentEvents.list.infiniteQueryOptions(filter, nextByCursor));
  useListKeys({
    keys: rowsOf(query).map(({ id }) => id),
    selectedKey: sel,
    onSelect: (key) => void navigate({ search: { ...filter, sel: key }, replace: true, resetScroll: false }),
    onOpen: (key) => void router.navigate({ href: paths.paymentEvent(key) }),
    noun: "event",
  });
  const values = filterValues(filter, filterIds);
  const isAll = filter.show === "all";
  return (
    <PageBody>
      <PageHeader title="Payment events" detail="What Stripe told us, and what of it could not be used." />
      <UnsignedEvents />
      <FilterBar
        filters={filters}
        values={values}
        onChange={(next) => void router.navigate({ href: paths.paymentEvents(next), replace: true })}
      />
      <DataTable
        label={isAll ? "Payment events, the newest first" : "Parked events, the newest first"}
        columns={eventColumns}
        page={tablePageOf(query)}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.paymentEvent(id)}
        selectedKey={sel}
        isFiltered={filter.about !== undefined || filter.reason !== undefined}
        empty={isAll ? nothingCame : nothingParked}
        noMatch={
          <EmptyState title={isAll ? "No event matches" : "No parked event matches"}>
            The search takes a whole id: of an event, an order, or Stripe's of a checkout, refund or dispute.
          </EmptyState>
        }
      />
    </PageBody>
  );
}

const nothingParked = (
  <EmptyState title="Nothing is parked" icon={<CircleCheck aria-hidden size={24} />}>
    Every event that came was about something of ours and could be settled. Choose <i>All</i> above to read them.
  </EmptyState>
);

const nothingCame = <EmptyState title="Nothing came yet">The first payment will be heard of here.</EmptyState>;
