import { createFileRoute } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { ProvidersPage } from "../providers/ProvidersPage.tsx";
import { needs } from "../shell/capability.ts";

export const Route = createFileRoute("/_console/providers")({
  beforeLoad: needs("provider.read"),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(api.routing.upstreams.queryOptions()),
  component: ProvidersPage,
});
