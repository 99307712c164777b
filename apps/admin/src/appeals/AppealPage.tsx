import type { AppealFile } from "@covenant/domain";
import { Card, exactTime, KeyValue, TextLink } from "@covenant/ui";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { DeskPage } from "../shell/DeskPage.tsx";
import { DueTime } from "../shell/DueTime.tsx";
import { Quote } from "../shell/Quote.tsx";
import { FullId } from "../shell/ShortId.tsx";
import { AnswerCard } from "./AnswerCard.tsx";
import { lookOf } from "./appeal-words.ts";

type Parts = {
  readonly view: AppealFile;
  /** The words that were blocked, covered; null where the appeal is about an account. */
  readonly prompt: ReactNode;
  /** What the terms said. */
  readonly rulings: ReactNode;
};

/** One appeal: what the member says, the decision and its reasons, and the answer. */
export function AppealPage({ view, prompt, rulings }: Parts) {
  return (
    <DeskPage
      back={{ href: paths.appeals(), label: "Appeals" }}
      title={view.title}
      look={lookOf(view)}
      member={view}
      began={{ word: "Received", at: view.receivedAt }}
      acts={{ of: view.id, label: "Acts on this appeal" }}
      deed={<AnswerCard view={view} />}
    >
      <Card title="What the member says">
        <Quote text={view.words} />
      </Card>
      <Card title="The decision">
        <div className="flex flex-col gap-4">
          <KeyValue facts={decisionFacts(view)} />
          <Quote text={view.statement} />
        </div>
      </Card>
      {prompt}
      {rulings}
      <Card title="File">
        <KeyValue facts={fileOf(view)} />
      </Card>
    </DeskPage>
  );
}

function decisionFacts({ decidedBy, toldAt }: AppealFile) {
  return [
    { label: "Taken by", value: decidedBy === null ? "A machine; no person looked before the appeal" : decidedBy.name },
    ...(decidedBy === null ? [] : [{ label: "Their note", value: decidedBy.note }]),
    { label: "Member told", value: exactTime(toldAt) },
  ];
}

function fileOf({ id, caseId, memberId, memberEmail, receivedAt, dueAt, outcome, takenBy }: AppealFile) {
  return [
    { label: "Member", value: <TextLink href={paths.member(memberId)}>{memberEmail}</TextLink> },
    {
      label: "Case",
      value: <TextLink href={paths.case(caseId)}>the file of the decision</TextLink>,
    },
    { label: "Appeal", value: <FullId id={id} /> },
    { label: "Received", value: exactTime(receivedAt) },
    ...(outcome === null ? [{ label: "Answer due", value: <DueTime dueAt={dueAt} /> }] : []),
    { label: "Taken up by", value: takenBy ?? "Nobody yet" },
  ];
}
