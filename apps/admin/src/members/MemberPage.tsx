import { type MemberId, storefrontNames } from "@covenant/domain";
import { Card, exactTime, KeyValue, PageHeader, StatusBadge } from "@covenant/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
import { FullId } from "../shell/ShortId.tsx";
import { MemberTerms } from "./MemberTerms.tsx";

type MemberPageProps = {
  memberId: MemberId;
  /** Whether the account works. */
  badge: ReactNode;
  standing: ReactNode;
  subscriptions: ReactNode;
  credits: ReactNode;
};

/** One member's account at one storefront: who, since when, what is subscribed to, and every credit. */
export function MemberPage({ memberId, badge, standing, subscriptions, credits }: MemberPageProps) {
  const { data: member } = useSuspenseQuery(api.members.get.queryOptions({ memberId }));
  const { email, storefront, createdAt, countingStrikes } = member;
  return (
    <PageBody>
      <PageHeader
        back={{ href: paths.members(), label: "Members" }}
        title={email}
        badges={
          <>
            {badge}
            {countingStrikes > 0 && <StatusBadge tone="warn">{strikeWords(countingStrikes)}</StatusBadge>}
          </>
        }
        actions={
          <PermittedLink href={paths.acts(memberId)} capability="act.read">
            Acts about this member
          </PermittedLink>
        }
      />
      <Card title="Account">
        <KeyValue
          facts={[
            { label: "Id", value: <FullId id={memberId} /> },
            { label: "Storefront", value: storefrontNames[storefront] },
            { label: "Joined", value: exactTime(createdAt) },
            { label: "Strikes", value: countingStrikes === 0 ? "None counts now." : strikeWords(countingStrikes) },
          ]}
        />
      </Card>
      <MemberTerms memberId={memberId} />
      {standing}
      {subscriptions}
      {credits}
    </PageBody>
  );
}

function strikeWords(count: number): string {
  return count === 1 ? "1 strike counts" : `${count} strikes count`;
}
