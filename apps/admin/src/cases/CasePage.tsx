import { type CaseView, storefrontNames } from "@covenant/domain";
import { PageHeader, RelativeTime, StatusBadge } from "@covenant/ui";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { DueTime } from "../shell/DueTime.tsx";
import { PageBody, Section } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
import { CaseFacts } from "./CaseFacts.tsx";
import { CoveredPrompt } from "./CoveredPrompt.tsx";
import { CreditCard } from "./CreditCard.tsx";
import { caseLooks, categoryTitle, outcomeLooks } from "./case-words.ts";
import { DecisionCard } from "./DecisionCard.tsx";
import { NearDuplicates } from "./NearDuplicates.tsx";
import { PictureCard } from "./PictureCard.tsx";
import { RulingList } from "./RulingList.tsx";
import { SignalTable } from "./SignalTable.tsx";

/** One case: why it is here, what was ruled and moved so far, and the answer. `ledger` shows the generation's entries. */
export function CasePage({ view, ledger }: { view: CaseView; ledger: ReactNode }) {
  return (
    <PageBody>
      <CaseHeader view={view} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-6 lg:col-start-2 lg:row-start-1">
          <DecisionCard view={view} />
          <CreditCard view={view} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-start-1">
          <Section title="Why it is here">
            <SignalTable signals={view.signals} />
          </Section>
          <CoveredPrompt caseId={view.id} />
          {view.pictures.length > 0 && (
            <Section title="Pictures">
              {view.pictures.map((picture) => (
                <PictureCard key={picture.id} caseId={view.id} picture={picture} />
              ))}
            </Section>
          )}
          <NearDuplicates near={view.nearDuplicates} />
          <RulingList rulings={view.rulings} />
          <Section title="Ledger entries of the generation">{ledger}</Section>
          <CaseFacts view={view} />
        </div>
      </div>
    </PageBody>
  );
}

function CaseHeader({ view }: { view: CaseView }) {
  const { id, state, outcome, category, storefront, openedAt, modelName, dueAt, decision } = view;
  const look = outcome === null ? caseLooks[state] : outcomeLooks[outcome];
  return (
    <PageHeader
      back={{ href: paths.cases(), label: "Cases" }}
      title={categoryTitle(category)}
      badges={
        <>
          <StatusBadge tone={look.tone}>{look.label}</StatusBadge>
          {decision === null && <DueTime dueAt={dueAt} />}
        </>
      }
      detail={
        <>
          {storefrontNames[storefront]}, {modelName}. Opened <RelativeTime at={openedAt} />.
        </>
      }
      actions={
        <PermittedLink href={paths.acts(id)} capability="act.read">
          Acts on this case
        </PermittedLink>
      }
    />
  );
}
