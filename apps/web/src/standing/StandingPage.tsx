import { type SanctionView, type StandingView, type StrikeView, sanctionLooks, strikeLooks } from "@covenant/domain";
import { Card, EmptyState, PageHeader, RelativeTime, StatusBadge, TextLink } from "@covenant/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { AppealLine } from "../shell/AppealLine.tsx";
import { ClauseQuote } from "../shell/ClauseQuote.tsx";
import { PageBody } from "../shell/PageBody.tsx";
import { headingOf, sanctionTitle, strikeSentence } from "./standing-words.ts";

/** How a member stands: what was decided and why, every strike with its end, what would come next, and how to appeal. */
export function StandingPage() {
  const { data: standing } = useSuspenseQuery(api.standing.mine.queryOptions());
  const { strikes, sanctions, weight } = standing;
  const { title, detail } = headingOf(sanctions, weight);
  const isClean = strikes.length === 0 && sanctions.length === 0;
  return (
    <PageBody width="text">
      <PageHeader title={title} detail={detail} />
      {isClean ? (
        <div className="rounded-card border bg-surface">
          <EmptyState title="Nothing stands against you" icon={<CircleCheck aria-hidden size={24} />}>
            Strikes, warnings and suspensions would be listed here, each with its reasons and its end.
          </EmptyState>
        </div>
      ) : (
        <>
          <Sanctions sanctions={sanctions} />
          <Strikes strikes={strikes} />
        </>
      )}
      <Next standing={standing} />
      {!isClean && <Appeals supportEmail={standing.supportEmail} />}
    </PageBody>
  );
}

function Sanctions({ sanctions }: { sanctions: readonly SanctionView[] }) {
  if (sanctions.length === 0) return null;
  return (
    <Card title="What was decided">
      <Rows>
        {sanctions.map((sanction) => (
          <li key={sanction.id} className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h3 className="text-ui font-medium">{sanctionTitle(sanction)}</h3>
              <StatusBadge tone={sanctionLooks[sanction.state].tone}>{sanctionLooks[sanction.state].label}</StatusBadge>
              <span className="ml-auto text-small text-muted">
                <RelativeTime at={sanction.imposedAt} />
              </span>
            </div>
            {sanction.appeal?.appeal?.outcome === "upheld" && (
              <p className="measure text-ui font-normal text-muted">
                Your appeal was upheld. What follows is what you had been told; it counts no more.
              </p>
            )}
            <p className="measure text-ui font-normal whitespace-pre-wrap wrap-anywhere">{sanction.statement}</p>
            <ul>
              <ClauseQuote clause={sanction.clause} />
            </ul>
            {sanction.appeal !== null && <AppealLine offer={sanction.appeal} />}
          </li>
        ))}
      </Rows>
    </Card>
  );
}

function Strikes({ strikes }: { strikes: readonly StrikeView[] }) {
  if (strikes.length === 0) return null;
  return (
    <Card title={strikes.length === 1 ? "One strike" : `${strikes.length} strikes`}>
      <Rows>
        {strikes.map((strike) => (
          <li key={strike.id} className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0">
            <Strike strike={strike} />
          </li>
        ))}
      </Rows>
    </Card>
  );
}

function Strike({ strike }: { strike: StrikeView }) {
  const { about, state, imposedAt, clause, generationId, appeal } = strike;
  const { label, tone } = strikeLooks[state];
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-ui font-medium">For {about}</h3>
        <StatusBadge tone={tone}>{label}</StatusBadge>
        <span className="ml-auto text-small text-muted">
          <RelativeTime at={imposedAt} />
        </span>
      </div>
      <p className="measure text-ui font-normal text-muted">
        {strikeSentence(strike)}{" "}
        {generationId !== null && <TextLink href={paths.generation(generationId)}>The request it is for</TextLink>}
      </p>
      <ul>
        <ClauseQuote clause={clause} />
      </ul>
      {appeal !== null && <AppealLine offer={appeal} />}
    </>
  );
}

function Next({ standing: { next } }: { standing: StandingView }) {
  return (
    <Card title="What a further breach would bring">
      <div className="flex flex-col gap-3">
        <p className="measure text-ui font-normal">{next.explanation}</p>
        <p className="measure text-small text-muted">
          Nothing but a person's decision ever restricts your account, and you are always told why.
        </p>
        <ul className="flex flex-col gap-1">
          {next.clauses.map((clause) => (
            <ClauseQuote key={clause.id} clause={clause} />
          ))}
        </ul>
      </div>
    </Card>
  );
}

/** What appeals are good for; each decision above has its own. */
function Appeals({ supportEmail }: { supportEmail: string }) {
  return (
    <Card title="If you think something here is wrong">
      <p className="measure text-ui font-normal">
        Each decision and each strike can be appealed once, within 183 days of the notice, with the button beside it. It
        costs nothing, and somebody who had no part in the first decision looks again. What was wrong is undone. For
        anything else, write to <TextLink href={`mailto:${supportEmail}`}>{supportEmail}</TextLink>.
      </p>
    </Card>
  );
}

function Rows({ children }: { children: ReactNode }) {
  return <ol className="flex flex-col divide-y">{children}</ol>;
}
