import { formatCredits, type ModelFile, type ModelPriceView, storefrontNames } from "@covenant/domain";
import { Badge, Card, EmptyState, PageHeader, RelativeTime } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { paths } from "../paths.ts";
import { PageBody, Section } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
import { PriceForm } from "./PriceForm.tsx";
import { RouteForm } from "./RouteForm.tsx";
import { RouteTable } from "./RouteTable.tsx";
import { SettingsForm } from "./SettingsForm.tsx";

const priceColumns: readonly Column<ModelPriceView>[] = [
  { id: "credits", header: "Price", isNumeric: true, cell: ({ credits }) => formatCredits(credits), width: "8rem" },
  { id: "from", header: "From", cell: ({ effectiveAt }) => <RelativeTime at={effectiveAt} />, width: "10rem" },
  { id: "told", header: "Told", isNumeric: true, cell: ({ told }) => told.toLocaleString("en-US"), width: "5rem" },
  {
    id: "note",
    header: "Why",
    cell: ({ note }) => <span className="wrap-anywhere">{note ?? "It came with the model."}</span>,
  },
];

type ModelPageProps = { file: ModelFile; others: readonly ModelFile[] };

/** One model: its prices, what members see, and each way to run it, with a form for each that says what it would do. */
export function ModelPage({ file, others }: ModelPageProps) {
  const { storefront, model, prices } = file;
  // A form is made anew once what it changes is changed: nothing of the last edit must be left in it.
  const version = JSON.stringify(model);
  return (
    <PageBody>
      <PageHeader
        back={{ href: paths.models, label: "Models" }}
        title={model.name}
        badges={!model.enabled && <Badge>off sale</Badge>}
        detail={`${model.modality.replaceAll("-", " ")} by ${model.maker}, at ${storefrontNames[storefront]}.`}
        actions={
          <PermittedLink href={paths.acts(`${storefront}/${model.id}`)} capability="act.read">
            Acts on this model
          </PermittedLink>
        }
      />
      <Section title="Routes">
        <RouteTable {...file} />
        {model.routes.map((route) => (
          <RouteForm key={`${route.provider} ${route.upstreamModel} ${version}`} file={file} route={route} />
        ))}
      </Section>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Section title="Prices, the newest first">
            <DataTable
              label="Prices"
              columns={priceColumns}
              page={{ state: "ready", rows: prices }}
              rowKey={({ effectiveAt }) => effectiveAt}
              empty={<EmptyState title="No price">It cannot be sold.</EmptyState>}
            />
          </Section>
          <Card title="What members see">
            <SettingsForm key={version} file={file} others={others} />
          </Card>
        </div>
        <Card title="Set a new price">
          <PriceForm key={prices.length} file={file} />
        </Card>
      </div>
    </PageBody>
  );
}
