import { isId } from "@covenant/domain";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { MemberCredits } from "../credits/MemberCredits.tsx";
import { MemberPage } from "../members/MemberPage.tsx";
import { needs } from "../shell/capability.ts";
import { MemberStanding } from "../standing/MemberStanding.tsx";
import { StandingBadge } from "../standing/StandingBadge.tsx";
import { MemberSubscriptions } from "../subscriptions/MemberSubscriptions.tsx";

export const Route = createFileRoute("/_console/members/$memberId")({
  params: { parse: ({ memberId }) => ({ memberId: memberIdOf(memberId) }) },
  beforeLoad: needs("member.read"),
  loader: ({ context: { queryClient, api }, params }) =>
    queryClient.ensureQueryData(api.members.get.queryOptions(params)),
  component: MemberRoute,
});

function MemberRoute() {
  const { memberId } = Route.useParams();
  return (
    <MemberPage
      key={memberId}
      memberId={memberId}
      badge={<StandingBadge memberId={memberId} />}
      standing={<MemberStanding memberId={memberId} />}
      subscriptions={<MemberSubscriptions memberId={memberId} />}
      credits={<MemberCredits memberId={memberId} />}
    />
  );
}

function memberIdOf(text: string) {
  if (!isId("member", text)) throw notFound();
  return text;
}
