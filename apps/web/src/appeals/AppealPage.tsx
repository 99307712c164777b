import type { AppealedThing, AppealPage as AppealView } from "@covenant/domain";
import { Card, PageHeader, RelativeTime, TextLink } from "@covenant/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { AppealBadge } from "../shell/AppealLine.tsx";
import { ClauseQuote } from "../shell/ClauseQuote.tsx";
import { PageBody } from "../shell/PageBody.tsx";
import { AppealForm } from "./AppealForm.tsx";
import { AppealStatus } from "./AppealStatus.tsx";

/** A decision, its reasons, and the member's appeal of it: to be written, or how it stands. */
export function AppealPage({ about }: { about: AppealedThing }) {
  const { data: page } = useSuspenseQuery(api.appeals.page.queryOptions({ about }));
  const { title, toldAt, appeal, isOpen, generationId } = page;
  return (
    <PageBody width="text">
      <PageHeader
        title={title}
        badges={appeal === null ? undefined : <AppealBadge appeal={appeal} />}
        detail={
          <>
            You were told of this <RelativeTime at={toldAt} />.{" "}
            <TextLink href={generationId === null ? paths.standing : paths.generation(generationId)}>
              {generationId === null ? "How your account stands" : "The request it is about"}
            </TextLink>
          </>
        }
      />
      {appeal !== null && <AppealStatus appeal={appeal} />}
      {isOpen && <AppealForm page={page} />}
      {appeal === null && !isOpen && <Card title="The time to appeal this is over">{page.explanation}</Card>}
      <Decision page={page} />
    </PageBody>
  );
}

function Decision({ page: { statement, clauses, appeal } }: { page: AppealView }) {
  const isUndone = appeal?.outcome === "upheld";
  return (
    <Card title={isUndone ? "What had been decided, and is undone" : "The decision and its reasons"}>
      <div className="flex flex-col gap-3">
        {isUndone && (
          <p className="measure text-ui font-normal text-muted">
            You were told this before your appeal was upheld. It stays on record as it was written, and counts no more.
          </p>
        )}
        <p className="measure text-ui font-normal whitespace-pre-wrap wrap-anywhere">{statement}</p>
        <ul className="flex flex-col gap-1">
          {clauses.map((clause) => (
            <ClauseQuote key={clause.id} clause={clause} />
          ))}
        </ul>
      </div>
    </Card>
  );
}
