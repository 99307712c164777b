import { buckets, entryKinds } from "@covenant/domain";
import { EmptyState, PageHeader } from "@covenant/ui";
import { type Filter, FilterBar } from "@covenant/ui/data-table";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import { filterValues } from "../shell/filter-values.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { EntryPanel } from "./EntryPanel.tsx";
import { GenerationPanel, HoldPanel } from "./HoldPanel.tsx";
import { OrderPanel } from "./OrderPanel.tsx";
import { readQuestion } from "./read-question.ts";
import { SealPanel } from "./SealPanel.tsx";
import { EmailPanel, WalletPanel } from "./WalletPanel.tsx";

const route = getRouteApi("/_console/ledger");

const optionOf = (value: string) => ({ value, label: value });

const find: Filter<"find"> = { kind: "search", id: "find", label: "Email, id, entry or seal" };
/** Only where there are entries enough to be narrowed. */
const entryFilters: readonly Filter<"kind" | "bucket">[] = [
  { kind: "choice", id: "kind", label: "Kind", anyLabel: "Any kind", options: entryKinds.map(optionOf) },
  { kind: "choice", id: "bucket", label: "Bucket", anyLabel: "Any bucket", options: buckets.map(optionOf) },
];

/** One field for whatever the ledger can be asked about; the question is the address. */
export function LedgerPage() {
  const router = useRouter();
  const search = route.useSearch();
  const { of } = readQuestion(search.find ?? "");
  const isNarrowed = of === "member" || of === "email" || of === "order";
  return (
    <PageBody>
      <PageHeader title="Ledger" detail="Every credit, where it is and how it came there. Nothing is changed here." />
      <FilterBar
        filters={isNarrowed ? [find, ...entryFilters] : [find]}
        values={filterValues(search, ["find", "kind", "bucket"])}
        onChange={(next) => void router.navigate({ href: paths.ledger(next), replace: true })}
      />
      <Answer />
    </PageBody>
  );
}

function Answer() {
  const { find: typed = "", ...filter } = route.useSearch();
  const question = readQuestion(typed);
  switch (question.of) {
    case "member":
      return <WalletPanel key={question.memberId} memberId={question.memberId} filter={filter} />;
    case "email":
      return <EmailPanel email={question.email} filter={filter} />;
    case "order":
      return <OrderPanel key={question.orderId} orderId={question.orderId} filter={filter} />;
    case "hold":
      return <HoldPanel holdId={question.holdId} />;
    case "generation":
      return <GenerationPanel generationId={question.generationId} />;
    case "entry":
      return <EntryPanel memberId={question.memberId} version={question.version} />;
    case "seal":
      return <SealPanel number={question.seal} />;
    case "nothing":
      return <WhatToAsk typed={typed} />;
  }
}

function WhatToAsk({ typed }: { typed: string }) {
  return (
    <div className="rounded-card border bg-surface">
      <EmptyState title={typed === "" ? "Ask about one thing" : "This is nothing the ledger knows"}>
        A member's email or id (mem_…), an order (ord_…), a hold (hld_…), a generation (gen_…), one entry by its
        member's id and its number (mem_… 12), or a seal by its number.
      </EmptyState>
    </div>
  );
}
