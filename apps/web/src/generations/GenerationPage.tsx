import { type GenerationId, type GenerationView, isTerminal } from "@covenant/domain";
import { Button, LinkButton, PageHeader, RelativeTime, StatusBadge } from "@covenant/ui";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useSubscription } from "@trpc/tanstack-react-query";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { stateLook } from "../shell/state-look.ts";
import { Artifacts } from "./Artifacts.tsx";
import { CreditCard } from "./CreditCard.tsx";
import { EndedCard } from "./EndedCard.tsx";
import { RouteList } from "./RouteList.tsx";
import { RulingList } from "./RulingList.tsx";
import { RunningCard } from "./RunningCard.tsx";

const route = getRouteApi("/g/$generationId");
/** Links to files are good for ten minutes at least. */
const askAgainMs = 5 * 60_000;

/** One generation, live: where it stands, its files, what it cost, and why by clause. */
export function GenerationPage() {
  const generation = useLiveGeneration(route.useParams().generationId as GenerationId);
  const look = stateLook[generation.state];
  return (
    <PageBody>
      <PageHeader
        back={{ href: paths.history, label: "History" }}
        title={generation.modelName}
        badges={
          generation.earlier === null ? (
            <StatusBadge tone={look.tone}>{look.label}</StatusBadge>
          ) : (
            <StatusBadge tone="neutral">{look.label}, overturned</StatusBadge>
          )
        }
        detail={<RelativeTime at={generation.createdAt} />}
        actions={<PageActions generation={generation} />}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Outcome generation={generation} />
          {generation.prompt !== null && <Prompt text={generation.prompt} />}
        </div>
        <aside className="flex min-w-0 flex-col gap-6">
          <CreditCard lines={generation.creditLines} />
          <RulingList rulings={generation.rulings} isOverturned={generation.earlier !== null} />
          <RouteList attempts={generation.attempts} />
        </aside>
      </div>
    </PageBody>
  );
}

function Outcome({ generation }: { generation: GenerationView }) {
  if (!isTerminal(generation.state)) return <RunningCard generation={generation} />;
  if (generation.state === "delivered") return <Artifacts generation={generation} />;
  return <EndedCard generation={generation} />;
}

function Prompt({ text }: { text: string }) {
  return (
    <section aria-labelledby="prompt" className="flex flex-col gap-1.5">
      <h2 id="prompt" className="text-ui font-medium">
        Prompt
      </h2>
      <p className="text-ui wrap-anywhere whitespace-pre-wrap text-muted">{text}</p>
    </section>
  );
}

function PageActions({ generation }: { generation: GenerationView }) {
  const cancel = useMutation(api.generations.cancel.mutationOptions());
  if (generation.canCancel) {
    return (
      <span className="flex max-w-xs flex-col items-end gap-1">
        <Button isPending={cancel.isPending} onClick={() => cancel.mutate({ generationId: generation.id })}>
          Cancel
        </Button>
        <span className="text-right text-small text-muted">{generation.cancelCosts}</span>
      </span>
    );
  }
  return <LinkButton href={`${paths.create}?model=${generation.modelId}`}>Create another</LinkButton>;
}

/** The generation as the server tells it, now and at each change; the balance is asked for again when it ends. */
function useLiveGeneration(generationId: GenerationId): GenerationView {
  const queryClient = useQueryClient();
  const question = api.generations.get.queryOptions({ generationId });
  useSubscription(
    api.generations.watch.subscriptionOptions(
      { generationId },
      {
        onData: (view) => {
          queryClient.setQueryData(question.queryKey, view);
          void queryClient.invalidateQueries({ queryKey: api.members.me.queryKey() });
        },
      },
    ),
  );
  return useSuspenseQuery({ ...question, refetchInterval: askAgainMs }).data;
}
