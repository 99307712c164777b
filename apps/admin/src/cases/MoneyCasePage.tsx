import { formatMoney, type MoneyCaseView, storefrontNames } from "@covenant/domain";
import { Card, exactTime, KeyValue, PageHeader, RelativeTime, StatusBadge, TextLink } from "@covenant/ui";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
import { FullId } from "../shell/ShortId.tsx";
import { ClosingCard } from "./ClosingCard.tsx";
import { caseLooks, kindTitles } from "./case-words.ts";
import { moneyAdvice, moneyFactsOf } from "./money-words.ts";

/** A case about money: what happened, what can be done about it, and closing it with what was done. */
export function MoneyCasePage({ view }: { view: MoneyCaseView }) {
  const { id, kind, state, orderId, storefront, packName, facts, openedAt } = view;
  return (
    <PageBody>
      <PageHeader
        back={{ href: paths.cases(), label: "Cases" }}
        title={kindTitles[kind]}
        badges={<StatusBadge tone={caseLooks[state].tone}>{caseLooks[state].label}</StatusBadge>}
        detail={
          <>
            {formatMoney(facts.amount)}, {packName} at {storefrontNames[storefront]}. Opened{" "}
            <RelativeTime at={openedAt} />.
          </>
        }
        actions={
          <>
            <PermittedLink href={paths.order(orderId)} capability="order.read">
              The order
            </PermittedLink>
            <PermittedLink href={paths.acts(id)} capability="act.read">
              Acts on this case
            </PermittedLink>
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card title="What happened">
            <div className="flex flex-col gap-4">
              <KeyValue facts={moneyFactsOf(facts)} />
              <p className="measure text-ui font-normal text-muted">{moneyAdvice(facts)}</p>
            </div>
          </Card>
          <Card title="File">
            <KeyValue facts={fileOf(view)} />
          </Card>
        </div>
        <ClosingCard view={view} />
      </div>
    </PageBody>
  );
}

function fileOf({ id, orderId, memberId, memberEmail, openedAt }: MoneyCaseView) {
  return [
    { label: "Member", value: <TextLink href={paths.member(memberId)}>{memberEmail}</TextLink> },
    { label: "Order", value: <FullId id={orderId} /> },
    { label: "Case", value: <FullId id={id} /> },
    { label: "Opened", value: exactTime(openedAt) },
  ];
}
