import { type KillSwitchKind, type KillSwitchView, storefrontNames, type UpstreamsView } from "@covenant/domain";
import { Card, PageHeader, StatusBadge } from "@covenant/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { PageBody, Section } from "../shell/PageBody.tsx";
import { AlarmList } from "./AlarmList.tsx";
import { OrphanList } from "./OrphanList.tsx";
import { ProviderSection } from "./ProviderSection.tsx";
import { lookEveryMs } from "./provider-words.ts";
import { StopButton } from "./StopButton.tsx";

/** Where generations are sent: what each provider and model did in the last hour, what shuts it, and how to stop it. */
export function ProvidersPage() {
  const { data } = useSuspenseQuery({ ...api.routing.upstreams.queryOptions(), refetchInterval: lookEveryMs });
  return (
    <PageBody>
      <PageHeader
        title="Providers"
        detail="Where generations run, as of the last hour, looked at again every five seconds."
      />
      <AlarmList />
      {data.providers.map((provider) => (
        <ProviderSection key={provider.provider} upstream={provider} />
      ))}
      <OrphanList />
      <Storefronts upstreams={data} />
    </PageBody>
  );
}

function Storefronts({ upstreams: { storefronts } }: { upstreams: UpstreamsView }) {
  return (
    <Section title="Storefronts and their models">
      <div className="grid items-start gap-3 lg:grid-cols-3">
        {storefronts.map(({ storefront, stopped, models }) => (
          <Card key={storefront} title={storefrontNames[storefront]}>
            <ul className="flex flex-col gap-2">
              <Stoppable kind="storefront" target={storefront} name="All of it" stopped={stopped} />
              {models.map((model) => (
                <Stoppable key={model.target} kind="model" {...model} />
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Section>
  );
}

type StoppableProps = { kind: KillSwitchKind; target: string; name: string; stopped: KillSwitchView | null };

function Stoppable({ name, ...stop }: StoppableProps) {
  return (
    <li className="flex items-center justify-between gap-3">
      <span className="flex min-w-0 flex-wrap items-center gap-2 text-ui font-normal">
        {name}
        {stop.stopped !== null && <StatusBadge tone="bad">Stopped</StatusBadge>}
      </span>
      <StopButton {...stop} />
    </li>
  );
}
