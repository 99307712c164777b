import { formatMoney, type OrderFile, storefrontNames } from "@covenant/domain";
import { Badge, PageHeader, RelativeTime } from "@covenant/ui";
import type { ReactNode } from "react";
import { paths } from "../paths.ts";
import { PageBody, Section } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
import { DisputeTable } from "./DisputeTable.tsx";
import { OrderCases } from "./OrderCases.tsx";
import { OrderCredits } from "./OrderCredits.tsx";
import { OrderFacts } from "./OrderFacts.tsx";
import { OrderProblem } from "./OrderProblem.tsx";
import { OrderState } from "./order-columns.tsx";
import { RefundCard } from "./RefundCard.tsx";
import { RefundTable } from "./RefundTable.tsx";

type OrderPageProps = {
  file: OrderFile;
  rulings: ReactNode;
  ledger: ReactNode;
  proposed: ReactNode;
  subscription: ReactNode;
};

/**
 * One order: what was paid, where its credits are, what went back, the refund, what is `proposed` of one, and the
 * `subscription` that it paid a period of.
 */
export function OrderPage({ file, rulings, ledger, proposed, subscription }: OrderPageProps) {
  return (
    <PageBody>
      <OrderHeader file={file} />
      {file.problem !== null && <OrderProblem id={file.id} problem={file.problem} />}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Section title="Credits of the order">
            <OrderCredits credits={file.creditsNow} />
          </Section>
          <Section title="Refunds">
            <RefundTable refunds={file.refunds} />
          </Section>
          {file.disputes.length > 0 && (
            <Section title="Disputes">
              <DisputeTable disputes={file.disputes} />
            </Section>
          )}
        </div>
        <div className="min-w-0 lg:sticky lg:top-6 lg:row-span-2">
          <div className="flex flex-col gap-6">
            {proposed}
            <RefundCard file={file} />
            {subscription}
            <OrderCases cases={file.cases} />
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {rulings}
          <Section title="Ledger entries of its credits, newest first">{ledger}</Section>
          <OrderFacts file={file} />
        </div>
      </div>
    </PageBody>
  );
}

function OrderHeader({ file }: { file: OrderFile }) {
  const { id, kind, packName, storefront, charged, placedAt } = file;
  return (
    <PageHeader
      back={{ href: paths.orders(), label: "Orders" }}
      title={packName}
      badges={
        <>
          {kind === "period" && <Badge>period</Badge>}
          <OrderState order={file} />
        </>
      }
      detail={
        <>
          {formatMoney(charged)} at {storefrontNames[storefront]}. Placed <RelativeTime at={placedAt} />.
        </>
      }
      actions={
        <PermittedLink href={paths.acts(id)} capability="act.read">
          Acts on this order
        </PermittedLink>
      }
    />
  );
}
