import { formatCredits, type ModelFile, type ModelPricePlan } from "@covenant/domain";
import { exactTime } from "@covenant/ui";

/** The price that holds now for whoever has no subscription; prices come the newest first. */
export function creditsNow({ prices, model }: ModelFile, now: number): number {
  return prices.find(({ effectiveAt }) => Date.parse(effectiveAt) <= now)?.credits ?? model.credits;
}

/** What a new price does to whom, one sentence each. */
export function priceEffects(plan: ModelPricePlan): string[] {
  const { fromCredits, toCredits, effectiveAt, subscribers, earliestAt, running, tooDear } = plan;
  const before = fromCredits === null ? "" : `${formatCredits(fromCredits)} becomes `;
  return [
    `${before}${formatCredits(toCredits)} from ${exactTime(effectiveAt)} for whoever has no subscription.`,
    ...(subscribers === 0
      ? []
      : [
          `${people(subscribers)} told by mail at once and keep${subscribers === 1 ? "s" : ""} the old price until ${exactTime(earliestAt)} at the earliest.`,
        ]),
    ...(running === 0 ? [] : [`${running.toLocaleString("en-US")} under way keep the price they were quoted.`]),
    ...tooDear.map((name) => `${name} costs more than that earns, so it is not taken any more.`),
  ];
}

function people(count: number): string {
  return count === 1 ? "One subscriber is" : `${count.toLocaleString("en-US")} subscribers are`;
}

/** `0.08` dollars, of millionths. */
export function dollarsOf(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toFixed(4).replace(/0{1,2}$/, "")}`;
}

/** What asking a provider to keep nothing reaches. */
export const reachLabels = {
  "whole-chain": "Reaches everybody",
  "gateway-only": "Reaches the gateway, not the maker",
  none: "Cannot be asked",
} as const;
