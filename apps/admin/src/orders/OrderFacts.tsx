import { formatCredits, formatMoney, type OrderFile } from "@covenant/domain";
import { Card, exactTime, type Fact, KeyValue, TextLink } from "@covenant/ui";
import { paths } from "../paths.ts";
import { FullId } from "../shell/ShortId.tsx";
import { kindNames, methodNames } from "./order-words.ts";

/** Whose order it is and what it says, number by number. */
export function OrderFacts({ file }: { file: OrderFile }) {
  const { id, kind, memberId, memberEmail, credits, price, placedAt, paidAt, method, invoiceUrl } = file;
  return (
    <Card title="Order">
      <KeyValue
        facts={[
          { label: "Member", value: <TextLink href={paths.member(memberId)}>{memberEmail}</TextLink> },
          { label: "Order", value: <FullId id={id} /> },
          { label: "Kind", value: kindNames[kind] },
          { label: "Credits", value: formatCredits(credits) },
          { label: "Price", value: formatMoney(price) },
          ...chargeOf(file),
          { label: "Paid by", value: methodNames[method] },
          { label: "Placed", value: exactTime(placedAt) },
          { label: "Paid", value: paidAt === null ? "Not paid" : exactTime(paidAt) },
          ...(invoiceUrl === null ? [] : [{ label: "Documents", value: <Documents url={invoiceUrl} /> }]),
        ]}
      />
    </Card>
  );
}

/** The processor keeps both, and shows them on a page of its own. */
function Documents({ url }: { url: string }) {
  return (
    <TextLink href={url} target="_blank" rel="noreferrer">
      Invoice and receipt
    </TextLink>
  );
}

function chargeOf({ charged, price, rate }: OrderFile): Fact[] {
  if (charged.currency === price.currency) return [];
  return [{ label: "Charged", value: `${formatMoney(charged)} at ${rate} ${charged.currency} per ${price.currency}` }];
}
