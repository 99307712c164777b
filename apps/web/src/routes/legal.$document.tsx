import { createFileRoute } from "@tanstack/react-router";
import { LegalPage } from "../legal/LegalPage.tsx";

export const Route = createFileRoute("/legal/$document")({
  loader: ({ context: { queryClient, api } }) => queryClient.fetchQuery(api.terms.documents.queryOptions()),
  component: LegalPage,
});
