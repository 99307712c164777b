import { formatCredits, type WalletView } from "@covenant/domain";
import { LinkButton, PageHeader } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { tableRowsOf } from "../api/table-page.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { useMember } from "../shell/use-member.ts";
import { LotTable } from "./LotTable.tsx";
import { StatementSection } from "./StatementSection.tsx";

const nothing: WalletView = { available: 0, held: 0, frozen: 0 };

type BillingPageProps = { notice: ReactNode; subscription: ReactNode; orders: ReactNode };

/**
 * The balance, the subscription, the lots that the balance is made of in the order they are spent, the statement, and
 * what was ordered.
 * `notice` tells who cannot buy why.
 */
export function BillingPage({ notice, subscription, orders }: BillingPageProps) {
  const wallet = useMember()?.wallet ?? nothing;
  const lots = useQuery(api.credits.lots.queryOptions());
  return (
    <PageBody>
      <PageHeader
        title={formatCredits(wallet.available)}
        detail={balanceWords(wallet)}
        actions={
          <>
            <LinkButton href={paths.standing}>Account standing</LinkButton>
            <LinkButton href={paths.pricing} variant="primary">
              Buy credits
            </LinkButton>
          </>
        }
      />
      {notice}
      {subscription}
      <section className="flex flex-col gap-3">
        <h2 className="text-h2 font-semibold">Lots, the next one spent first</h2>
        <LotTable page={tableRowsOf(lots)} />
      </section>
      <StatementSection />
      {orders}
    </PageBody>
  );
}

function balanceWords({ held, frozen }: WalletView): string {
  const parts = [
    ...(held > 0 ? [`${formatCredits(held)} held for generations under way or under review.`] : []),
    ...(frozen > 0 ? [`${formatCredits(frozen)} frozen while a payment is disputed.`] : []),
  ];
  return parts.length === 0 ? "Available now." : `Available now. ${parts.join(" ")}`;
}
