import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { StudioPage } from "../studio/StudioPage.tsx";

const search = z.object({ model: z.catch(z.optional(z.string()), undefined) });

export const Route = createFileRoute("/create")({
  validateSearch: search,
  loader: ({ context: { queryClient, api } }) => queryClient.ensureQueryData(api.models.list.queryOptions()),
  component: StudioPage,
});
