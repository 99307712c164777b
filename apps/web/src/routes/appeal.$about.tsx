import type { AppealedThing } from "@covenant/domain";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { AppealPage } from "../appeals/AppealPage.tsx";
import { requireMember } from "../shell/require-member.ts";

export const Route = createFileRoute("/appeal/$about")({
  params: { parse: ({ about }) => ({ about: thingOf(about) }) },
  beforeLoad: requireMember,
  loader: ({ context: { queryClient, api }, params }) =>
    queryClient.ensureQueryData(api.appeals.page.queryOptions(params)),
  component: AppealRoute,
});

function AppealRoute() {
  return <AppealPage about={Route.useParams().about} />;
}

/** Without a schema, since what reads an address is part of every page. */
function thingOf(text: string): AppealedThing {
  if (!/^(gen|cas)_[0-9a-f]{32}$/.test(text)) throw notFound();
  return text as AppealedThing;
}
