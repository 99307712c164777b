import type { ModelFile, RegistryRoute } from "@covenant/domain";
import { Code, EmptyState, StatusBadge, type Tone } from "@covenant/ui";
import { type Column, DataTable } from "@covenant/ui/data-table";
import { dollarsOf, reachLabels } from "./model-words.ts";

const columns: readonly Column<RegistryRoute>[] = [
  { id: "provider", header: "Provider", cell: ({ provider }) => provider, width: "6rem" },
  { id: "name", header: "Its name there", cell: ({ upstreamModel }) => <Code>{upstreamModel}</Code> },
  { id: "does", header: "Does", cell: ({ operation }) => operation.replaceAll("-", " "), width: "9rem" },
  {
    id: "cost",
    header: "Costs us",
    isNumeric: true,
    cell: ({ costMicroUsd }) => dollarsOf(costMicroUsd),
    width: "6rem",
  },
  { id: "keeps", header: "Keeping nothing", cell: ({ noStore }) => reachLabels[noStore], width: "14rem" },
  { id: "state", header: "State", cell: (route) => <Stand route={route} />, width: "14rem" },
];

/** Every way to run a model, in the order it is tried among equals. */
export function RouteTable({ model: { routes } }: ModelFile) {
  return (
    <DataTable
      label="Routes"
      columns={columns}
      page={{ state: "ready", rows: routes }}
      rowKey={({ provider, upstreamModel }) => `${provider} ${upstreamModel}`}
      empty={<EmptyState title="No route">It cannot run.</EmptyState>}
    />
  );
}

function Stand({ route }: { route: RegistryRoute }) {
  const { tone, label } = standOf(route, new Date().toISOString().slice(0, 10));
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}

function standOf({ enabled, trainsOnInputs, retirement }: RegistryRoute, today: string): { tone: Tone; label: string } {
  if (!enabled) return { tone: "neutral", label: "Not in use" };
  if (retirement !== null && retirement.from <= today)
    return { tone: "neutral", label: "Retired, falls to its successor" };
  if (retirement !== null) return { tone: "warn", label: `Ends on ${retirement.from}` };
  return trainsOnInputs ? { tone: "warn", label: "In use, may train" } : { tone: "ok", label: "In use" };
}
