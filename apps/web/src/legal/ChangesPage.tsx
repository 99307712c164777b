import type { TermsDifferenceView, TermsVersionView } from "@covenant/domain";
import { Badge, civilDayText, PageHeader, TextLink } from "@covenant/ui";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { MissingPage } from "../shell/MissingPage.tsx";
import { PageBody } from "../shell/PageBody.tsx";
import { useStorefront } from "../shell/use-storefront.ts";
import { MarkedText } from "./MarkedText.tsx";

type Change = TermsDifferenceView["changes"][number];
type ChangesPageProps = { difference: TermsDifferenceView; versions: readonly TermsVersionView[] };

/** What one version of the terms changes to the one before: clause by clause, old and new, and why it matters. */
export function ChangesPage({ difference, versions }: ChangesPageProps) {
  const { name } = useStorefront();
  const { from, to, weight, changes } = difference;
  const version = versions.find((each) => each.version === to);
  if (version === undefined) return <MissingPage />;
  const isAhead = version.state === "announced";
  return (
    <PageBody width="text">
      <PageHeader
        title={isAhead ? "What changes in the terms" : "What changed in the terms"}
        detail={`${name}, from the version of ${civilDayText(from)} to that of ${civilDayText(to)}`}
      />
      <p className="text-legal">
        {isAhead
          ? `Announced on ${civilDayText(version.announcedOn)}, in force from ${civilDayText(to)}: `
          : `Since ${civilDayText(to)}: `}
        {version.inShort}. {countOf(changes.length)}, and everything else stays as it is.
        {weight === "editorial" && " Only words change; what applies is the same."}
      </p>
      <nav aria-label="The two versions" className="flex flex-wrap gap-x-4 gap-y-1 text-ui">
        <TextLink href={paths.legal("terms", from)}>The terms of {civilDayText(from)}</TextLink>
        <TextLink href={paths.legal("terms", to)}>The terms of {civilDayText(to)}</TextLink>
      </nav>
      <ol className="flex flex-col gap-10">
        {changes.map((change) => (
          <ClauseChange key={change.after?.id ?? change.before?.id} change={change} to={to} />
        ))}
      </ol>
    </PageBody>
  );
}

function countOf(clauses: number): string {
  return clauses === 1 ? "One clause changes" : `${clauses} clauses change`;
}

const kinds = { added: "New", removed: "Removed", reworded: null } as const satisfies Record<
  Change["kind"],
  string | null
>;

function ClauseChange({ change, to }: { change: Change; to: string }) {
  const { kind, document, matters, before, after, title, text } = change;
  const clause = after ?? before;
  if (clause === null) return null;
  return (
    <li id={clause.id} className="flex scroll-mt-24 flex-col gap-3 border-t pt-6">
      <h2 className="flex flex-wrap items-center gap-2 text-h3 font-semibold">
        <TextLink href={clause.path}>{clause.id}</TextLink>
        <span>{kind === "reworded" ? <MarkedText words={title} /> : clause.title}</span>
        <Badge>{document}</Badge>
        {kinds[kind] !== null && <Badge>{kinds[kind]}</Badge>}
      </h2>
      <p className="text-legal font-medium">
        {matters ?? "Only the wording changes; what applies to you stays the same."}
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        {before !== null && (
          <Wording heading={`Until ${civilDayText(to)}`} path={before.path}>
            <MarkedText words={text} without="added" />
          </Wording>
        )}
        {after !== null && (
          <Wording heading={`From ${civilDayText(to)}`} path={after.path}>
            <MarkedText words={text} without="removed" />
          </Wording>
        )}
      </div>
    </li>
  );
}

function Wording({ heading, path, children }: { heading: string; path: string; children: ReactNode }) {
  return (
    <section aria-label={heading} className="flex flex-col gap-2 rounded-card border bg-surface p-4">
      <h3 className="text-small text-muted">
        <TextLink href={path}>{heading}</TextLink>
      </h3>
      <p className="text-legal">{children}</p>
    </section>
  );
}
