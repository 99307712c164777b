import { formatCredits, type ModelFile, storefrontNames } from "@covenant/domain";
import { Badge, EmptyState, PageHeader, useNow } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { tableRowsOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { creditsNow, dollarsOf } from "./model-words.ts";

const columns: readonly Column<ModelFile>[] = [
  { id: "model", header: "Model", cell: (file) => <ModelName file={file} />, width: "14rem" },
  { id: "storefront", header: "Storefront", cell: ({ storefront }) => storefrontNames[storefront], width: "10rem" },
  { id: "does", header: "Does", cell: ({ model }) => model.modality.replaceAll("-", " "), width: "10rem" },
  { id: "price", header: "Costs now", isNumeric: true, cell: (file) => <PriceNow file={file} />, width: "8rem" },
  { id: "routes", header: "Routes in use", isNumeric: true, cell: ({ model }) => inUse(model).length, width: "8rem" },
  {
    id: "cost",
    header: "A run costs us",
    isNumeric: true,
    cell: ({ model }) => costsOf(model.routes.map(({ costMicroUsd }) => costMicroUsd)),
    width: "9rem",
  },
];

const everyMs = 60_000;

/** The registry: every storefront's models, what they cost now, and how many ways there are to run each. */
export function ModelsPage() {
  const models = useQuery(api.registry.models.queryOptions());
  return (
    <PageBody>
      <PageHeader
        title="Models"
        detail="What each storefront sells. A file can say it too: pnpm registry show, check, apply."
      />
      <DataTable
        label="Models"
        columns={columns}
        page={tableRowsOf(models)}
        rowKey={({ storefront, model }) => `${storefront}/${model.id}`}
        rowHref={({ storefront, model }) => paths.model(storefront, model.id)}
        empty={<EmptyState title="No models">No storefront sells one.</EmptyState>}
      />
    </PageBody>
  );
}

function ModelName({ file: { model } }: { file: ModelFile }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {model.name}
      {!model.enabled && <Badge>off sale</Badge>}
      {model.sunset !== null && <Badge>ends {model.sunset.on}</Badge>}
    </span>
  );
}

function PriceNow({ file }: { file: ModelFile }) {
  return formatCredits(creditsNow(file, useNow(everyMs)));
}

const inUse = ({ routes }: ModelFile["model"]) => routes.filter(({ enabled }) => enabled);
/** The cheapest and the dearest, once where they are the same. */
const costsOf = (costs: readonly number[]) =>
  [...new Set([Math.min(...costs), Math.max(...costs)])].map(dollarsOf).join(" – ");
