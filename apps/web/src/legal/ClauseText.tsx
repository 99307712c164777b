import type { LegalPageView } from "@covenant/domain";
import { Badge, civilDayText, TextLink } from "@covenant/ui";
import { paths } from "../paths.ts";

const sources = {
  stated: null,
  interpreted: "How the house reads it",
  assumed: "Ordinary practice",
  law: "Law",
} as const;

type Clause = LegalPageView["clauses"][number];

type ClauseTextProps = {
  clause: Clause;
  isFirstVersion: boolean;
  /** Whether its version is not in force yet. */
  isAhead: boolean;
};

/** One clause under its anchor, and between which days it reads so where that is not always. */
export function ClauseText({ clause, isFirstVersion, isAhead }: ClauseTextProps) {
  const { id, title, text, source, since, until, termsVersion } = clause;
  const isNew = since === termsVersion && !isFirstVersion;
  return (
    <li id={id} className="flex scroll-mt-24 flex-col gap-1.5 target:bg-accent-soft">
      <h2 className="flex flex-wrap items-center gap-2 text-h3 font-semibold">
        <a href={`#${id}`} className="text-mono font-normal text-muted hover:text-text">
          {id}
        </a>
        {title}
        {sources[source] !== null && <Badge>{sources[source]}</Badge>}
      </h2>
      <p>{text}</p>
      {isNew && (
        <p className="text-small text-muted">
          {isAhead ? "Will read so from" : "Reads so since"} {civilDayText(since)}.{" "}
          <TextLink href={paths.termsChanges(since)}>{isAhead ? "What changes" : "What changed"}</TextLink>
        </p>
      )}
      {until !== null && (
        <p className="text-small text-muted">
          Reads so until {civilDayText(until)}. <TextLink href={paths.termsChanges(until)}>What changes then</TextLink>
        </p>
      )}
    </li>
  );
}
