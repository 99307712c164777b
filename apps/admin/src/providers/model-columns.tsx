import type { UpstreamModelView } from "@covenant/domain";
import { Code, StatusBadge } from "@covenant/ui";
import type { Column } from "@covenant/ui/data-table";
import { dollars, marginOf, seconds, standOf } from "./provider-words.ts";

/** How the attempts of the last hour ended, by the provider's name of the model. */
export const modelColumns: readonly Column<UpstreamModelView>[] = [
  { id: "model", header: "Model there", cell: ({ upstreamModel }) => <Code>{upstreamModel}</Code> },
  { id: "state", header: "State", cell: (model) => <Stand model={model} />, width: "9rem" },
  {
    id: "delivered",
    header: "Delivered",
    isNumeric: true,
    cell: ({ delivered }) => figure(delivered),
    width: "5.5rem",
  },
  { id: "refused", header: "Refused", isNumeric: true, cell: ({ refused }) => figure(refused), width: "5rem" },
  { id: "failed", header: "Failed", isNumeric: true, cell: ({ failed }) => figure(failed), width: "4.5rem" },
  { id: "p50", header: "p50", isNumeric: true, cell: ({ p50Seconds }) => seconds(p50Seconds), width: "4rem" },
  { id: "p95", header: "p95", isNumeric: true, cell: ({ p95Seconds }) => seconds(p95Seconds), width: "4rem" },
  { id: "cost", header: "Cost", isNumeric: true, cell: ({ costMicroUsd }) => dollars(costMicroUsd), width: "5rem" },
  { id: "margin", header: "Margin", isNumeric: true, cell: marginOf, width: "5rem" },
];

const figure = (count: number) => count.toLocaleString("en-US");

function Stand({ model }: { model: UpstreamModelView }) {
  const { tone, label } = standOf(model);
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}
