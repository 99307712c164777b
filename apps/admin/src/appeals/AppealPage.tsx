import { type AppealFile, storefrontNames } from "@covenant/domain";
import { Card, exactTime, KeyValue, PageHeader, RelativeTime, StatusBadge, TextLink } from "@covenant/ui";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { DueTime } from "../shell/DueTime.tsx";
import { PageBody } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
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
    <PageBody>
      <AppealHeader view={view} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-start-1">
          <AnswerCard view={view} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-start-1">
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
        </div>
      </div>
    </PageBody>
  );
}

function AppealHeader({ view }: { view: AppealFile }) {
  const { id, title, storefront, receivedAt, memberId, memberEmail } = view;
  const { tone, label } = lookOf(view);
  return (
    <PageHeader
      back={{ href: paths.appeals(), label: "Appeals" }}
      title={title}
      badges={<StatusBadge tone={tone}>{label}</StatusBadge>}
      detail={
        <>
          <TextLink href={paths.member(memberId)}>{memberEmail}</TextLink> at {storefrontNames[storefront]}. Received{" "}
          <RelativeTime at={receivedAt} />.
        </>
      }
      actions={
        <PermittedLink href={paths.acts(id)} capability="act.read">
          Acts on this appeal
        </PermittedLink>
      }
    />
  );
}

function Quote({ text }: { text: string }) {
  return (
    <blockquote className="measure border-l-2 pl-3 text-ui font-normal wrap-anywhere whitespace-pre-wrap">
      {text}
    </blockquote>
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
