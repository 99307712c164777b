import { daySchema } from "@covenant/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { DayPage } from "../reconciliation/DayPage.tsx";
import { needs } from "../shell/capability.ts";

const lookAgainMs = 1500;

export const Route = createFileRoute("/_console/reconciliation/$day")({
  params: { parse: ({ day }) => ({ day: dayOf(day) }) },
  beforeLoad: needs("order.read"),
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureQueryData(api.reconciliation.get.queryOptions(params)),
  component: DayRoute,
});

/** A day that somebody asked for changes by itself, when the worker has compared it. */
function DayRoute() {
  const question = api.reconciliation.get.queryOptions(Route.useParams());
  const { data: file } = useSuspenseQuery({
    ...question,
    refetchInterval: ({ state }) => (state.data?.state === "waiting" ? lookAgainMs : false),
  });
  return <DayPage file={file} />;
}

function dayOf(text: string): string {
  if (!daySchema.safeParse(text).success) throw notFound();
  return text;
}
