import type { GenerationId } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import { GenerationPage } from "../generations/GenerationPage.tsx";
import { requireMember } from "../shell/require-member.ts";

export const Route = createFileRoute("/g/$generationId")({
  beforeLoad: requireMember,
  loader: ({ context: { queryClient, api }, params }) =>
    queryClient.ensureQueryData(
      api.generations.get.queryOptions({ generationId: params.generationId as GenerationId }),
    ),
  component: GenerationPage,
});
