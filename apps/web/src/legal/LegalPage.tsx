import { Badge, PageHeader, TextLink } from "@covenant/ui";
import { getRouteApi } from "@tanstack/react-router";
import { MissingPage } from "../shell/MissingPage.tsx";
import { PageBody } from "../shell/PageBody.tsx";
import { useStorefront } from "../shell/use-storefront.ts";

const route = getRouteApi("/legal/$document");

const sources = {
  stated: null,
  interpreted: "How the house reads it",
  assumed: "Ordinary practice",
  law: "Law",
} as const;

/** A legal document: the same clauses that rulings are made on, each with an address of its own. */
export function LegalPage() {
  const { name } = useStorefront();
  const { document } = route.useParams();
  const documents = route.useLoaderData();
  const page = documents.find((each) => each.document === document);
  if (page === undefined) return <MissingPage />;
  return (
    <PageBody width="text">
      <PageHeader title={page.title} detail={`${name}, version of ${page.termsVersion}`} />
      <nav aria-label="Legal documents" className="flex flex-wrap gap-x-4 gap-y-1 text-ui">
        {documents.map((each) => (
          <TextLink key={each.document} href={each.path}>
            {each.title}
          </TextLink>
        ))}
      </nav>
      <ol className="flex flex-col gap-8 text-legal">
        {page.clauses.map((clause) => (
          <li key={clause.id} id={clause.id} className="flex scroll-mt-24 flex-col gap-1.5 target:bg-accent-soft">
            <h2 className="flex flex-wrap items-center gap-2 text-h3 font-semibold">
              <a href={`#${clause.id}`} className="text-mono font-normal text-muted hover:text-text">
                {clause.id}
              </a>
              {clause.title}
              {sources[clause.source] !== null && <Badge>{sources[clause.source]}</Badge>}
            </h2>
            <p>{clause.text}</p>
          </li>
        ))}
      </ol>
    </PageBody>
  );
}
