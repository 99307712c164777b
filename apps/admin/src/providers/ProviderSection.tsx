import type { UpstreamView } from "@covenant/domain";
import { EmptyState, StatusBadge } from "@covenant/ui";
import { DataTable } from "@covenant/ui/data-table";
import { Section } from "../shell/PageBody.tsx";
import { modelColumns } from "./model-columns.tsx";
import { PlacesForm } from "./PlacesForm.tsx";
import { standOf } from "./provider-words.ts";
import { StopButton } from "./StopButton.tsx";

/** One provider: whether it may be asked, how much it may have in flight, and each model it runs for us. */
export function ProviderSection({ upstream }: { upstream: UpstreamView }) {
  const { provider, places, inFlight, stopped, models } = upstream;
  const { tone, label } = standOf(upstream);
  return (
    <Section title={provider}>
      <div className="flex flex-wrap items-center gap-3">
        <StatusBadge tone={tone}>{label}</StatusBadge>
        <span className="text-ui text-muted tabular">
          {inFlight} in flight{places === null ? "" : `, ${places} at most`}
        </span>
        <span className="ml-auto">
          <StopButton kind="provider" target={provider} stopped={stopped} />
        </span>
      </div>
      <DataTable
        label={`Models at ${provider}`}
        columns={modelColumns}
        page={{ state: "ready", rows: models }}
        rowKey={({ upstreamModel }) => upstreamModel}
        empty={<EmptyState title="No model">No storefront has a route to this provider.</EmptyState>}
      />
      {places !== null && <PlacesForm key={places} provider={provider} places={places} />}
    </Section>
  );
}
