import { useLiveSubscription } from "./use-live-subscription.ts";

/** Keeps the balance and what a membership locks fresh on a page that does not show the subscription itself. */
export function SubscriptionWatch() {
  useLiveSubscription();
  return null;
}
