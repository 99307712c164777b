import { createFileRoute } from "@tanstack/react-router";
import { LegalPage } from "../legal/LegalPage.tsx";
import { loadInventory } from "../legal/load-inventory.ts";

export const Route = createFileRoute("/legal/$document_/$version")({
  loader: async ({ context: { queryClient, api }, params: { document, version } }) => {
    const [documents, versions, privacy] = await Promise.all([
      queryClient.fetchQuery(api.terms.version.queryOptions({ version })),
      queryClient.fetchQuery(api.terms.versions.queryOptions()),
      document === "privacy" ? loadInventory({ queryClient, api }, version) : null,
    ]);
    return { documents, versions, privacy };
  },
  component: OfVersion,
});

function OfVersion() {
  const { document, version } = Route.useParams();
  const { documents, versions, privacy } = Route.useLoaderData();
  return (
    <LegalPage document={document} version={version} documents={documents} versions={versions}>
      {privacy && <privacy.DataInventory {...privacy.inventory} />}
    </LegalPage>
  );
}
