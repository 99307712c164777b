import { formatCredits, type PlanView, type SubscriptionView } from "@covenant/domain";
import { Banner, Card, dayText, KeyValue, LinkButton, Progress, StatusBadge } from "@covenant/ui";
import { paths } from "../paths.ts";
import { CancelButton } from "./CancelButton.tsx";
import { KeepButton } from "./KeepButton.tsx";
import { PortalButton } from "./PortalButton.tsx";
import { priceWords } from "./plan-words.ts";
import { comingChange, standing, subscriptionLooks } from "./subscription-words.ts";

type SubscriptionCardProps = { subscription: SubscriptionView; plans: readonly PlanView[] };

/** Where a subscription stands in words, its facts, and its verbs. */
export function SubscriptionCard({ subscription, plans }: SubscriptionCardProps) {
  const { state, planName } = subscription;
  const look = subscriptionLooks[state];
  return (
    <Card
      title={
        <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
          Subscription: {planName} <StatusBadge tone={look.tone}>{look.label}</StatusBadge>
        </span>
      }
    >
      <div className="flex flex-col gap-4">
        <Standing subscription={subscription} />
        <Facts subscription={subscription} />
        <Verbs subscription={subscription} plans={plans} />
      </div>
    </Card>
  );
}

function Standing({ subscription }: { subscription: SubscriptionView }) {
  const { state, invoiceUrl } = subscription;
  const words = standing(subscription);
  const change = comingChange(subscription);
  if (state === "placed") return <Progress label="Payment" stage={words} />;
  if (state === "past-due") {
    return (
      <Banner
        tone="warn"
        title="The renewal is not paid"
        actions={
          invoiceUrl !== null && (
            <LinkButton size="small" variant="primary" href={invoiceUrl} target="_top">
              Pay the invoice
            </LinkButton>
          )
        }
      >
        {words}
      </Banner>
    );
  }
  return (
    <>
      <p className="measure text-ui font-normal">{words}</p>
      {change !== null && (
        <Banner tone="info" title={change.title}>
          {change.detail}
        </Banner>
      )}
    </>
  );
}

function Facts({ subscription }: { subscription: SubscriptionView }) {
  const { state, credits, interval, startedAt, periodEnd, cancelledAt } = subscription;
  // The period of a renewal that is not paid has brought nothing, so its end tells nothing.
  const isRunning = state !== "placed" && state !== "past-due" && state !== "ended";
  return (
    <KeyValue
      facts={[
        { label: "Price", value: priceWords(subscription) },
        { label: "Credits", value: `${formatCredits(credits)} each ${interval}` },
        ...(startedAt === null ? [] : [{ label: "Since", value: dayText(startedAt) }]),
        ...(isRunning && periodEnd !== null ? [{ label: "This period ends", value: dayText(periodEnd) }] : []),
        ...(cancelledAt === null ? [] : [{ label: "Cancelled", value: dayText(cancelledAt) }]),
      ]}
    />
  );
}

function Verbs({ subscription, plans }: SubscriptionCardProps) {
  const { state, checkoutUrl, planId } = subscription;
  const plan = plans.find(({ id }) => id === planId);
  const hasOthers = plans.some(({ id }) => id !== planId);
  return (
    <div className="flex flex-wrap gap-2">
      {checkoutUrl !== null && (
        <LinkButton href={checkoutUrl} variant="primary">
          To the payment page
        </LinkButton>
      )}
      {state === "cancelling" && <KeepButton subscription={subscription} />}
      {state === "ended" && (
        <LinkButton href={paths.pricing} variant="primary">
          Subscribe again
        </LinkButton>
      )}
      {state === "active" && hasOthers && <LinkButton href={paths.pricing}>Change plan</LinkButton>}
      {state !== "placed" && <PortalButton />}
      {state !== "cancelling" && state !== "ended" && <CancelButton subscription={subscription} plan={plan} />}
    </div>
  );
}
