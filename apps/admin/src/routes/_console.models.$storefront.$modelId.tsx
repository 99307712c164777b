import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { ModelPage } from "../models/ModelPage.tsx";
import { needs } from "../shell/capability.ts";

export const Route = createFileRoute("/_console/models/$storefront/$modelId")({
  beforeLoad: needs("provider.read"),
  loader: async ({ context: { queryClient }, params: { storefront, modelId } }) => {
    const models = await queryClient.ensureQueryData(api.registry.models.queryOptions());
    if (!models.some((file) => file.storefront === storefront && file.model.id === modelId)) throw notFound();
  },
  component: ModelRoute,
});

function ModelRoute() {
  const { storefront, modelId } = Route.useParams();
  const { data: models } = useSuspenseQuery(api.registry.models.queryOptions());
  const own = models.filter((file) => file.storefront === storefront);
  const file = own.find(({ model }) => model.id === modelId);
  // Each model is a page of its own: what was typed on one must not be there on the next.
  return file === undefined ? null : (
    <ModelPage key={modelId} file={file} others={own.filter((each) => each !== file)} />
  );
}
