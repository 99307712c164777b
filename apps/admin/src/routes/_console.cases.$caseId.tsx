import { isId } from "@covenant/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { AccountCasePage } from "../cases/AccountCasePage.tsx";
import { CasePage } from "../cases/CasePage.tsx";
import { MoneyCasePage } from "../cases/MoneyCasePage.tsx";
import { EntryTable } from "../credits/EntryTable.tsx";
import { needs } from "../shell/capability.ts";
import { RecordTables } from "../standing/RecordTables.tsx";

export const Route = createFileRoute("/_console/cases/$caseId")({
  params: { parse: ({ caseId }) => ({ caseId: caseIdOf(caseId) }) },
  beforeLoad: needs("case.read"),
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(api.cases.get.queryOptions(params)),
  component: CaseRoute,
});

function CaseRoute() {
  const { data: view } = useSuspenseQuery(api.cases.get.queryOptions(Route.useParams()));
  if (view.kind === "account")
    return <AccountCasePage key={view.id} view={view} record={<RecordTables record={view.record} />} />;
  if (view.kind !== "prompt") return <MoneyCasePage key={view.id} view={view} />;
  // Each case is a page of its own: what was uncovered or written on one must not be there on the next.
  return (
    <CasePage
      key={view.id}
      view={view}
      ledger={<EntryTable isOfOneCause page={{ state: "ready", rows: view.entries }} />}
    />
  );
}

function caseIdOf(text: string) {
  if (!isId("case", text)) throw notFound();
  return text;
}
