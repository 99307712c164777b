import { type AccountCaseView, storefrontNames } from "@covenant/domain";
import { Card, dayText, exactTime, KeyValue, PageHeader, RelativeTime, StatusBadge, TextLink } from "@covenant/ui";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { PageBody, Section } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
import { FullId } from "../shell/ShortId.tsx";
import { caseLooks, caseTitle, outcomeLooks } from "./case-words.ts";
import { RulingList } from "./RulingList.tsx";
import { SanctionCard } from "./SanctionCard.tsx";

/** A case about an account: what was seen, the record so far, and what confirming it would do. `record` shows the record. */
export function AccountCasePage({ view, record }: { view: AccountCaseView; record: ReactNode }) {
  return (
    <PageBody>
      <AccountCaseHeader view={view} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-start-1">
          <SanctionCard view={view} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-start-1">
          <Card title="What was seen">
            <div className="flex flex-col gap-4">
              <blockquote className="measure border-l-2 pl-3 text-ui font-normal wrap-anywhere whitespace-pre-wrap">
                {view.facts.seen}
              </blockquote>
              <KeyValue facts={seenFacts(view)} />
            </div>
          </Card>
          <Section title="The record so far">{record}</Section>
          <RulingList rulings={view.rulings} />
          <Card title="File">
            <KeyValue facts={fileOf(view)} />
          </Card>
        </div>
      </div>
    </PageBody>
  );
}

function AccountCaseHeader({ view }: { view: AccountCaseView }) {
  const { id, state, outcome, storefront, openedAt, memberId, memberEmail } = view;
  const look = outcome === null ? caseLooks[state] : outcomeLooks[outcome];
  return (
    <PageHeader
      back={{ href: paths.cases(), label: "Cases" }}
      title={caseTitle(view)}
      badges={<StatusBadge tone={look.tone}>{look.label}</StatusBadge>}
      detail={
        <>
          <TextLink href={paths.member(memberId)}>{memberEmail}</TextLink> at {storefrontNames[storefront]}. Opened{" "}
          <RelativeTime at={openedAt} />.
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

function seenFacts({ facts: { openedBy, occurredAt, attempts, permission, conduct } }: AccountCaseView) {
  const until = permission?.until ?? null;
  const span =
    permission === null ? "none on record" : `from ${permission.from}${until === null ? "" : ` until ${until}`}`;
  return [
    { label: "Noticed by", value: openedBy === "rule" ? "A rule that counts; it decides nothing" : "A person" },
    { label: attempts === null ? "Happened on" : "Latest attempt", value: dayText(occurredAt) },
    ...(attempts === null ? [] : [{ label: "Attempts by now", value: attempts.toLocaleString("en-US") }]),
    ...(conduct === "resale" ? [{ label: "Written permission", value: span }] : []),
  ];
}

function fileOf({ id, memberId, memberEmail, openedAt }: AccountCaseView) {
  return [
    { label: "Member", value: <TextLink href={paths.member(memberId)}>{memberEmail}</TextLink> },
    { label: "Case", value: <FullId id={id} /> },
    { label: "Opened", value: exactTime(openedAt) },
  ];
}
