import { createFileRoute } from "@tanstack/react-router";
import { StudioPage } from "../studio/StudioPage.tsx";

export const Route = createFileRoute("/create")({
  validateSearch: ({ model }): { model?: string } => (typeof model === "string" ? { model } : {}),
  loader: ({ context: { queryClient, api } }) => queryClient.ensureQueryData(api.models.list.queryOptions()),
  component: StudioPage,
});
