import type { TermsVersionView } from "@covenant/domain";
import { civilDayText, linkStyle, useLinkClick } from "@covenant/ui";
import { paths } from "../paths.ts";

type VersionPickerProps = {
  document: string;
  versions: readonly TermsVersionView[];
  /** The version on the page. */
  shown: string;
};

const states = { earlier: "earlier", "in-force": "in force", announced: "announced" } as const satisfies Record<
  TermsVersionView["state"],
  string
>;

/** The same document in every published version, the newest first. */
export function VersionPicker({ document, versions, shown }: VersionPickerProps) {
  const onClick = useLinkClick();
  return (
    <nav aria-label="Versions" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ui">
      <span className="text-muted">Versions</span>
      {versions.map(({ version, state }) => (
        <a
          key={version}
          href={state === "in-force" ? paths.legal(document) : paths.legal(document, version)}
          onClick={onClick}
          aria-current={version === shown ? "page" : undefined}
          className={version === shown ? "font-medium text-text" : linkStyle}
        >
          {civilDayText(version)}, {states[state]}
        </a>
      ))}
    </nav>
  );
}
