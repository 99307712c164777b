import { isId } from "@covenant/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { AppealPage } from "../appeals/AppealPage.tsx";
import { CoveredPrompt } from "../cases/CoveredPrompt.tsx";
import { RulingList } from "../cases/RulingList.tsx";
import { needs } from "../shell/capability.ts";

export const Route = createFileRoute("/_console/appeals/$appealId")({
  params: { parse: ({ appealId }) => ({ appealId: appealIdOf(appealId) }) },
  beforeLoad: needs("case.read"),
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(api.appeals.get.queryOptions(params)),
  component: AppealRoute,
});

function AppealRoute() {
  const { data: view } = useSuspenseQuery(api.appeals.get.queryOptions(Route.useParams()));
  const prompt = view.generationId === null ? null : <CoveredPrompt caseId={view.caseId} />;
  return <AppealPage key={view.id} view={view} prompt={prompt} rulings={<RulingList rulings={view.rulings} />} />;
}

function appealIdOf(text: string) {
  if (!isId("appeal", text)) throw notFound();
  return text;
}
