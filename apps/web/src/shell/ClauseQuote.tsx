import type { ClauseCitation } from "@covenant/domain";
import { TextLink } from "@covenant/ui";

/** A clause as it read in the version that was in force. */
export function ClauseQuote({ clause }: { clause: ClauseCitation }) {
  return (
    <li className="border-l-2 pl-3 text-small text-muted">
      <TextLink href={clause.path}>{clause.id}</TextLink> {clause.title}, terms of {clause.termsVersion}
      {clause.source === "interpreted" && " (how the house reads it)"}
    </li>
  );
}
