import { formatMoney, type PlanInterval, type PriceChangePlanView } from "@covenant/domain";
import { exactTime } from "@covenant/ui";
import { PreviewCard } from "../shell/PreviewCard.tsx";
import type { Preview } from "./use-price-change-plan.ts";

/** What a new price would do, before it is set: who is told, and which renewals carry it. */
export function PriceChangePreview({ preview, interval }: { preview: Preview; interval: PlanInterval }) {
  return <PreviewCard preview={preview} effects={(plan) => effectsOf(plan, interval)} />;
}

function effectsOf(plan: PriceChangePlanView, interval: PlanInterval): string[] {
  const { from, to, subscribers, earliestAt, firstRenewalAt, lastRenewalAt } = plan;
  const change = `${formatMoney(from)} becomes ${formatMoney(to)} a ${interval} for who subscribes.`;
  if (subscribers === 0) return [change, "Nobody has subscribed, so nobody is told."];
  return [
    change,
    `${subscribers === 1 ? "One subscriber is" : `${subscribers.toLocaleString("en-US")} subscribers are`} told by mail at once.`,
    `No renewal of theirs carries it before ${exactTime(earliestAt)}.`,
    ...(firstRenewalAt === null ? [] : [`The first that does is on ${exactTime(firstRenewalAt)}.`]),
    ...(lastRenewalAt === null || lastRenewalAt === firstRenewalAt
      ? []
      : [`The last to reach it is on ${exactTime(lastRenewalAt)}.`]),
  ];
}
