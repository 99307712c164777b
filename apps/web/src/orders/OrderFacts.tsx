import { formatCredits, formatMoney, type OrderView } from "@covenant/domain";
import { Card, exactTime, type Fact, KeyValue, TextLink } from "@covenant/ui";

/** What an order says, number by number. */
export function OrderFacts({ order }: { order: OrderView }) {
  const { id, kind, credits, price, placedAt, paidAt, periodEnd, invoiceUrl } = order;
  return (
    <Card title="Order">
      <KeyValue
        facts={[
          { label: "Number", value: <code className="text-mono wrap-anywhere">{id}</code> },
          { label: "Kind", value: kindWords[kind] },
          ...when(periodEnd, (end) => ({ label: "The period ends", value: exactTime(end) })),
          { label: "Credits", value: formatCredits(credits) },
          { label: "Price", value: formatMoney(price) },
          ...when(order.charged, ({ amount, rate }) => ({
            label: "Charged",
            value: `${formatMoney(amount)} at ${rate} CNY per USD`,
          })),
          { label: "Placed", value: exactTime(placedAt) },
          ...when(paidAt, (at) => ({ label: "Paid", value: exactTime(at) })),
          ...when(invoiceUrl, (url) => ({ label: "Documents", value: <Documents url={url} /> })),
        ]}
      />
    </Card>
  );
}

const kindWords = {
  pack: "A pack, bought once",
  period: "A period of your subscription",
} as const satisfies Record<OrderView["kind"], string>;

function when<Value>(value: Value | null, fact: (value: Value) => Fact): Fact[] {
  return value === null ? [] : [fact(value)];
}

/** The processor keeps both, and shows them on a page of its own. */
function Documents({ url }: { url: string }) {
  return (
    <TextLink href={url} target="_blank" rel="noreferrer">
      Invoice and receipt
    </TextLink>
  );
}
