import type { PlanView } from "@covenant/domain";
import { lazy } from "react";
import { PriceCard, PriceList } from "../shell/PriceCard.tsx";
import { useStorefront } from "../shell/use-storefront.ts";
import { creditWords, expiryWords, priceWords } from "./plan-words.ts";

// Only members can subscribe, and only they load what subscribing needs.
const PlanButton = lazy(async () => ({ default: (await import("./PlanButton.tsx")).PlanButton }));

/** What can be subscribed to, and what a subscriber agrees to; nothing where a storefront has no plans. */
export function PlanSection({ plans }: { plans: readonly PlanView[] }) {
  const { supportEmail } = useStorefront();
  if (plans.length === 0) return null;
  const consent = `Subscribing, you ask us for the credits at once, and to renew until you cancel: on your billing page or by mail to ${supportEmail}, at any time, to the end of what is paid.`;
  return (
    <PriceList id="plans" title={plans.length === 1 ? "By subscription" : "Plans"} consent={consent}>
      {plans.map((plan) => (
        <PriceCard
          key={plan.id}
          name={plan.name}
          lines={[priceWords(plan), creditWords(plan), expiryWords(plan)]}
          verb="subscribe"
        >
          <PlanButton plan={plan} plans={plans} />
        </PriceCard>
      ))}
    </PriceList>
  );
}
