import type { MemberId } from "@covenant/domain";
import { Button, EmptyState, ErrorState, SkeletonText } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { Section } from "../shell/PageBody.tsx";
import { useStaff } from "../shell/use-staff.ts";
import { SubscriptionCard } from "./SubscriptionCard.tsx";

/** A member's subscriptions, the newest first, each with the way to cancel it by mail. */
export function MemberSubscriptions({ memberId }: { memberId: MemberId }) {
  const missing = reasonWithout(useStaff(), "order.read");
  return (
    <Section title="Subscriptions">
      {missing === undefined ? (
        <Subscriptions memberId={memberId} />
      ) : (
        <Framed>
          <EmptyState title="Not yours to see">{missing}</EmptyState>
        </Framed>
      )}
    </Section>
  );
}

function Subscriptions({ memberId }: { memberId: MemberId }) {
  const { data: subscriptions, error, refetch } = useQuery(api.subscriptions.ofMember.queryOptions({ memberId }));
  if (error !== null) return <Failed error={error} retry={refetch} />;
  if (subscriptions === undefined) return <SkeletonText lines={4} label="Loading the subscriptions" />;
  if (subscriptions.length === 0) {
    return (
      <Framed>
        <EmptyState title="No subscription">This member buys packs, or nothing.</EmptyState>
      </Framed>
    );
  }
  return subscriptions.map((subscription) => <SubscriptionCard key={subscription.id} subscription={subscription} />);
}

function Failed({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { title, detail, requestId } = presentFailure(error);
  return (
    <Framed>
      <ErrorState
        title={title}
        consequence={detail}
        actions={<Button onClick={() => void retry()}>Try again</Button>}
        {...(requestId === undefined ? {} : { requestId })}
      />
    </Framed>
  );
}

function Framed({ children }: { children: ReactNode }) {
  return <div className="rounded-card border bg-surface">{children}</div>;
}
