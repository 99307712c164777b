import { formatMoney, type MemberDisputeView, type MemberRefundView, type OrderView } from "@covenant/domain";
import { Banner, Card, LinkButton, RelativeTime, StatusBadge } from "@covenant/ui";
import { useStorefront } from "../shell/use-storefront.ts";
import { disputeWords, refundLooks, refundWords } from "./money-back-words.ts";

/** What went back of an order and what the member's bank says of it; nothing where the money simply stayed. */
export function MoneyBack({ order: { id, refunds = [], disputes = [] } }: { order: OrderView }) {
  const [dispute] = disputes;
  return (
    <>
      {dispute !== undefined && <DisputeNotice orderId={id} dispute={dispute} />}
      {refunds.length > 0 && (
        <Card title={refunds.length === 1 ? "Refund" : "Refunds"}>
          <ol className="flex flex-col divide-y">
            {refunds.map((refund) => (
              <li key={refund.id} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
                <Refund refund={refund} />
              </li>
            ))}
          </ol>
        </Card>
      )}
    </>
  );
}

function Refund({ refund }: { refund: MemberRefundView }) {
  const look = refundLooks[refund.state];
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {refund.amount.amountMinor > 0 && <span className="text-ui tabular">{formatMoney(refund.amount)}</span>}
        <StatusBadge tone={look.tone}>{look.label}</StatusBadge>
        <span className="ml-auto text-small text-muted">
          <RelativeTime at={refund.askedAt} />
        </span>
      </div>
      <p className="measure text-ui font-normal text-muted">{refundWords(refund)}</p>
    </>
  );
}

function DisputeNotice({ orderId, dispute }: { orderId: string; dispute: MemberDisputeView }) {
  const { supportEmail } = useStorefront();
  const { title, detail, tone } = disputeWords(dispute);
  const subject = encodeURIComponent(`Dispute about order ${orderId}`);
  return (
    <Banner
      tone={tone}
      title={title}
      actions={
        <LinkButton size="small" href={`mailto:${supportEmail}?subject=${subject}`}>
          Write to {supportEmail}
        </LinkButton>
      }
    >
      {detail}
    </Banner>
  );
}
