import type { AccountCaseView } from "@covenant/domain";
import { Card, dayText, exactTime, KeyValue, TextLink } from "@covenant/ui";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { DeskPage } from "../shell/DeskPage.tsx";
import { Section } from "../shell/PageBody.tsx";
import { Quote } from "../shell/Quote.tsx";
import { FullId } from "../shell/ShortId.tsx";
import { caseLooks, caseTitle, outcomeLooks } from "./case-words.ts";
import { RulingList } from "./RulingList.tsx";
import { SanctionCard } from "./SanctionCard.tsx";

/** A case about an account: what was seen, the record so far, and what confirming it would do. `record` shows the record. */
export function AccountCasePage({ view, record }: { view: AccountCaseView; record: ReactNode }) {
  const { state, outcome } = view;
  return (
    <DeskPage
      back={{ href: paths.cases(), label: "Cases" }}
      title={caseTitle(view)}
      look={outcome === null ? caseLooks[state] : outcomeLooks[outcome]}
      member={view}
      began={{ word: "Opened", at: view.openedAt }}
      acts={{ of: view.id, label: "Acts on this case" }}
      deed={<SanctionCard view={view} />}
    >
      <Card title="What was seen">
        <div className="flex flex-col gap-4">
          <Quote text={view.facts.seen} />
          <KeyValue facts={seenFacts(view)} />
        </div>
      </Card>
      <Section title="The record so far">{record}</Section>
      <RulingList rulings={view.rulings} />
      <Card title="File">
        <KeyValue facts={fileOf(view)} />
      </Card>
    </DeskPage>
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
