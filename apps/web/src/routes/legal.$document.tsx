import { createFileRoute } from "@tanstack/react-router";
import { LegalPage } from "../legal/LegalPage.tsx";
import { loadInventory } from "../legal/load-inventory.ts";

export const Route = createFileRoute("/legal/$document")({
  loader: async ({ context: { queryClient, api }, params: { document } }) => {
    const [documents, versions, privacy] = await Promise.all([
      queryClient.fetchQuery(api.terms.documents.queryOptions()),
      queryClient.fetchQuery(api.terms.versions.queryOptions()),
      document === "privacy" ? loadInventory({ queryClient, api }) : null,
    ]);
    return { documents, versions, privacy };
  },
  component: InForce,
});

function InForce() {
  const { document } = Route.useParams();
  const { documents, versions, privacy } = Route.useLoaderData();
  return (
    <LegalPage document={document} documents={documents} versions={versions}>
      {privacy && <privacy.DataInventory {...privacy.inventory} />}
    </LegalPage>
  );
}
