import type { UpstreamModelView } from "@covenant/domain";
import { Code, StatusBadge } from "@covenant/ui";
import type { Column } from "@covenant/ui/data-table";
import { dollars, marginOf, refusedWords, standOf, successOf, tookWords } from "./provider-words.ts";

/** How the attempts of the last hour ended, by the provider's name of the model. */
export const modelColumns: readonly Column<UpstreamModelView>[] = [
  { id: "model", header: "Model there", cell: ({ upstreamModel }) => <Code>{upstreamModel}</Code> },
  { id: "state", header: "State", cell: (model) => <Stand model={model} />, width: "9rem" },
  { id: "waiting", header: "Waiting", isNumeric: true, cell: ({ waiting }) => figure(waiting), width: "5rem" },
  { id: "done", header: "Delivered", isNumeric: true, cell: ({ delivered }) => figure(delivered), width: "5.5rem" },
  { id: "success", header: "Success", isNumeric: true, cell: successOf, width: "5rem" },
  { id: "refused", header: "Refused", isNumeric: true, cell: refusedWords, width: "7rem" },
  { id: "took", header: "p50, p95", isNumeric: true, cell: tookWords, width: "7rem" },
  { id: "cost", header: "Cost", isNumeric: true, cell: ({ costMicroUsd }) => dollars(costMicroUsd), width: "4.5rem" },
  { id: "margin", header: "Margin", isNumeric: true, cell: marginOf, width: "4.5rem" },
];

const figure = (count: number) => count.toLocaleString("en-US");

function Stand({ model }: { model: UpstreamModelView }) {
  const { tone, label } = standOf(model);
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}
