import { createFileRoute } from "@tanstack/react-router";
import { ChangesPage } from "../legal/ChangesPage.tsx";

export const Route = createFileRoute("/legal/changes/$version")({
  loader: async ({ context: { queryClient, api }, params }) => {
    const [difference, versions] = await Promise.all([
      queryClient.fetchQuery(api.terms.difference.queryOptions(params)),
      queryClient.fetchQuery(api.terms.versions.queryOptions()),
    ]);
    return { difference, versions };
  },
  component: Changes,
});

function Changes() {
  return <ChangesPage {...Route.useLoaderData()} />;
}
