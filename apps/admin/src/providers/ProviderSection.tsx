import type { UpstreamView } from "@covenant/domain";
import { EmptyState, KeyValue, StatusBadge } from "@covenant/ui";
import { DataTable } from "@covenant/ui/data-table";
import { Section } from "../shell/PageBody.tsx";
import { modelColumns } from "./model-columns.tsx";
import { PlacesForm } from "./PlacesForm.tsx";
import { dollars, marginOf, refusedWords, standOf, successOf, tookWords } from "./provider-words.ts";
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
          {inFlight} in flight{places === null ? "" : `, ${places} at most`} · {upstream.waiting} waiting
        </span>
        <span className="ml-auto">
          <StopButton kind="provider" target={provider} stopped={stopped} />
        </span>
      </div>
      <LastHour upstream={upstream} />
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

function LastHour({ upstream }: { upstream: UpstreamView }) {
  const { delivered, failed, costMicroUsd, earnedMicroUsd, p50Seconds } = upstream;
  if (delivered + failed === 0) return null;
  return (
    <KeyValue
      facts={[
        { label: "Delivered, of what was not refused", value: `${delivered}, ${successOf(upstream)}` },
        { label: "Refused", value: refusedWords(upstream) },
        ...(p50Seconds === null ? [] : [{ label: "p50, p95", value: tookWords(upstream) }]),
        {
          label: "Cost against credits",
          value: `${dollars(costMicroUsd)} of ${dollars(earnedMicroUsd)}, margin ${marginOf(upstream)}`,
        },
        ...tokenFacts(upstream),
      ]}
    />
  );
}

/** Only some providers count tokens. */
function tokenFacts({ inputTokens, outputTokens }: UpstreamView) {
  if (inputTokens + outputTokens === 0) return [];
  const value = `${inputTokens.toLocaleString("en-US")} in, ${outputTokens.toLocaleString("en-US")} out`;
  return [{ label: "Tokens", value }];
}
