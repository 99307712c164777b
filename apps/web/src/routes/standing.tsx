import { createFileRoute } from "@tanstack/react-router";
import { api } from "../api/trpc.ts";
import { requireMember } from "../shell/require-member.ts";
import { StandingPage } from "../standing/StandingPage.tsx";

export const Route = createFileRoute("/standing")({
  beforeLoad: requireMember,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(api.standing.mine.queryOptions()),
  component: StandingPage,
});
