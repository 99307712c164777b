import { createFileRoute } from "@tanstack/react-router";
import { lazy } from "react";
import { StorefrontHome } from "../shell/StorefrontHome.tsx";

// Plain localhost alone shows it.
const StorefrontList = lazy(async () => ({ default: (await import("../shell/StorefrontList.tsx")).StorefrontList }));

export const Route = createFileRoute("/")({
  loader: async ({ context: { queryClient, api, storefront } }) => {
    if (storefront === null) return null;
    const [packs, models] = await Promise.all([
      queryClient.fetchQuery(api.orders.packs.queryOptions()),
      queryClient.fetchQuery(api.models.list.queryOptions()),
    ]);
    return { packs, models };
  },
  component: Home,
});

function Home() {
  const offer = Route.useLoaderData();
  return offer === null ? <StorefrontList /> : <StorefrontHome packs={offer.packs} models={offer.models} />;
}
