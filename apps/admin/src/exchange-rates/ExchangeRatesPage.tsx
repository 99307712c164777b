import { type ExchangeRateFile, type ExchangeRateView, storefrontNames } from "@covenant/domain";
import { Badge, Card, EmptyState, exactTime, PageHeader, RelativeTime } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { PageBody, Section } from "../shell/PageBody.tsx";
import { RateAlarm } from "./RateAlarm.tsx";
import { RateForm } from "./RateForm.tsx";

/** The rates that orders in another currency are charged at, and the next one. */
export function ExchangeRatesPage() {
  const { data = [] } = useQuery(api.exchangeRates.list.queryOptions());
  return (
    <PageBody>
      <PageHeader
        title="Exchange rates"
        detail="What prices are charged at where members pay in another currency. Each order keeps the rate it was placed at."
      />
      <RateAlarm />
      {data.map((file) => (
        <Rates key={file.storefront} file={file} />
      ))}
    </PageBody>
  );
}

function Rates({ file }: { file: ExchangeRateFile }) {
  const { storefront, base, quote, rates, inForce } = file;
  return (
    <Section title={`${storefrontNames[storefront]}: ${quote} for one ${base}`}>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <DataTable
          label={`Rates of ${storefrontNames[storefront]}, the newest first`}
          columns={columnsWith(inForce)}
          page={{ state: "ready", rows: rates }}
          rowKey={({ id }) => id}
          empty={<EmptyState title="No rate">Without one, nobody can pay so.</EmptyState>}
        />
        <Card title="Set the next rate">
          <RateForm key={rates[0]?.id ?? ""} file={file} />
        </Card>
      </div>
    </Section>
  );
}

function columnsWith(inForce: string | null): readonly Column<ExchangeRateView>[] {
  return [
    {
      id: "rate",
      header: "Rate",
      cell: ({ id, rate }) => (
        <span className="inline-flex items-center gap-2 tabular">
          {rate} {id === inForce && <Badge>in force</Badge>}
        </span>
      ),
      width: "10rem",
    },
    { id: "from", header: "From", cell: ({ effectiveAt }) => exactTime(effectiveAt), width: "13rem" },
    { id: "source", header: "Read at", cell: ({ source }) => <span className="wrap-anywhere">{source}</span> },
    { id: "by", header: "Set by", cell: ({ setBy }) => setBy ?? "with the storefront", width: "9rem" },
    { id: "when", header: "Set", cell: ({ setAt }) => <RelativeTime at={setAt} />, width: "8rem" },
  ];
}
