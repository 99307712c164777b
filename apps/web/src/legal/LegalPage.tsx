import type { LegalPageView, TermsVersionView } from "@covenant/domain";
import { civilDayText, PageHeader, TextLink } from "@covenant/ui";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { MissingPage } from "../shell/MissingPage.tsx";
import { PageBody } from "../shell/PageBody.tsx";
import { useStorefront } from "../shell/use-storefront.ts";
import { ClauseText } from "./ClauseText.tsx";
import { VersionNotice } from "./VersionNotice.tsx";
import { VersionPicker } from "./VersionPicker.tsx";

type LegalPageProps = {
  /** Which document, by the name in its address. */
  document: string;
  /** The version in the address; absent on the page of whatever is in force. */
  version?: string;
  documents: readonly LegalPageView[];
  versions: readonly TermsVersionView[];
  /** Sections after the clauses, as a route composes them. */
  children?: ReactNode;
};

/** A legal document in one version: the same clauses that rulings are made on, each with an address of its own. */
export function LegalPage({ document, version, documents, versions, children }: LegalPageProps) {
  const { name } = useStorefront();
  const page = documents.find((each) => each.document === document);
  const shown = versions.find((each) => each.version === page?.termsVersion);
  if (page === undefined || shown === undefined) return <MissingPage />;
  return (
    <PageBody width="text">
      <PageHeader title={page.title} detail={`${name}, version of ${civilDayText(shown.version)}`} />
      <nav aria-label="Legal documents" className="flex flex-wrap gap-x-4 gap-y-1 text-ui">
        {documents.map((each) => (
          <TextLink key={each.document} href={paths.legal(each.document, version)}>
            {each.title}
          </TextLink>
        ))}
      </nav>
      <VersionPicker document={document} versions={versions} shown={shown.version} />
      <VersionNotice shown={shown} versions={versions} />
      <ol className="flex flex-col gap-8 text-legal">
        {page.clauses.map((clause) => (
          <ClauseText
            key={clause.id}
            clause={clause}
            isFirstVersion={shown.weight === null}
            isAhead={shown.state === "announced"}
          />
        ))}
      </ol>
      {children}
    </PageBody>
  );
}
