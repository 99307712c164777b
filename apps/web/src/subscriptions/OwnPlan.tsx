import type { SubscriptionView } from "@covenant/domain";
import { LinkButton, StatusBadge } from "@covenant/ui";
import { paths } from "../paths.ts";
import { subscriptionLooks } from "./subscription-words.ts";

/** Marks the plan that is the member's, and leads to where it is looked after. */
export function OwnPlan({ subscription: { state, checkoutUrl } }: { subscription: SubscriptionView }) {
  const { label, tone } = subscriptionLooks[state];
  return (
    <div className="flex min-h-control flex-wrap items-center gap-3">
      <StatusBadge tone={tone}>{state === "active" ? "Your plan" : `Your plan: ${label.toLowerCase()}`}</StatusBadge>
      {state === "placed" && checkoutUrl !== null ? (
        <LinkButton size="small" href={checkoutUrl}>
          To the payment page
        </LinkButton>
      ) : (
        <LinkButton size="small" href={paths.billing}>
          Look after it
        </LinkButton>
      )}
    </div>
  );
}
