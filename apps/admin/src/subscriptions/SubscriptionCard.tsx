import { formatCredits, formatMoney, type SubscriptionFile } from "@covenant/domain";
import { Card, Disclosure, exactTime, type Fact, KeyValue, StatusBadge, TextLink } from "@covenant/ui";
import { FullId } from "../shell/ShortId.tsx";
import { CancellationForm } from "./CancellationForm.tsx";
import { cancellationWords, reasonAgainstMail, subscriptionLooks } from "./subscription-words.ts";

/** One subscription: how it stands, what comes next, how it was cancelled, and the form for a mail that cancels it. */
export function SubscriptionCard({ subscription }: { subscription: SubscriptionFile }) {
  const { state, planName, price, interval, credits } = subscription;
  const look = subscriptionLooks[state];
  const against = reasonAgainstMail(subscription);
  return (
    <Card
      title={
        <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
          {planName} <StatusBadge tone={look.tone}>{look.label}</StatusBadge>
        </span>
      }
      detail={`${formatMoney(price)} a ${interval} for ${formatCredits(credits)}`}
    >
      <div className="flex flex-col gap-4">
        <KeyValue facts={factsOf(subscription)} />
        {against === undefined ? (
          <Disclosure title="Cancel by mail">
            <CancellationForm key={subscription.cancelledAt} subscription={subscription} />
          </Disclosure>
        ) : (
          <p className="text-small text-muted">{against}</p>
        )}
      </div>
    </Card>
  );
}

function factsOf(subscription: SubscriptionFile): Fact[] {
  const { id, placedAt, startedAt, periodStart, periodEnd, pastDueSince, invoiceUrl, endsAt } = subscription;
  return [
    { label: "Id", value: <FullId id={id} /> },
    { label: "Placed", value: exactTime(placedAt) },
    { label: "First paid", value: startedAt === null ? "Never yet" : exactTime(startedAt) },
    ...(periodStart === null || periodEnd === null
      ? []
      : [{ label: "Period", value: `${exactTime(periodStart)} to ${exactTime(periodEnd)}` }]),
    { label: "Next renewal", value: renewalWords(subscription) },
    ...(pastDueSince === null
      ? []
      : [{ label: "Not paid since", value: <PastDue since={pastDueSince} invoiceUrl={invoiceUrl} /> }]),
    { label: "Cancelled", value: cancellationWords(subscription) },
    ...(endsAt === null
      ? []
      : [{ label: Date.parse(endsAt) > Date.now() ? "Ends" : "Ended", value: exactTime(endsAt) }]),
  ];
}

function renewalWords({ renewal, planName, price }: SubscriptionFile): string {
  if (renewal === null) return "None";
  const { at, credits } = renewal;
  const plan = renewal.planName === planName ? "" : `, as ${renewal.planName}`;
  const change = renewal.price.amountMinor === price.amountMinor ? "" : ` (now ${formatMoney(price)})`;
  return `${exactTime(at)}${plan}: ${formatMoney(renewal.price)}${change} for ${formatCredits(credits)}`;
}

function PastDue({ since, invoiceUrl }: { since: string; invoiceUrl: string | null }) {
  return (
    <>
      {exactTime(since)}
      {invoiceUrl !== null && (
        <>
          {" · "}
          <TextLink href={invoiceUrl} target="_blank" rel="noreferrer">
            The open invoice
          </TextLink>
        </>
      )}
    </>
  );
}
