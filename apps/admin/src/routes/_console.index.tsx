import { createFileRoute } from "@tanstack/react-router";
import { OverviewPage } from "../overview/OverviewPage.tsx";
import { needs } from "../shell/capability.ts";

export const Route = createFileRoute("/_console/")({
  beforeLoad: needs("overview.read"),
  loader: ({ context: { queryClient, api } }) => queryClient.ensureQueryData(api.overview.get.queryOptions()),
  component: OverviewPage,
});
