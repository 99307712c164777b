import { type Offer, type Offers, offers } from "@covenant/domain";
import type { ProviderId } from "@covenant/providers";
import type { Storefront } from "./storefront.ts";

/** A model with what decides who gets its requests, as its row or its file has it. */
type OfferedModel = {
  maker: string;
  routes: readonly { provider: string; noStore: string; operation: string }[];
};

/** What decides which data a storefront stores and who receives it: read from its models, its plans and its payments. */
export function offersOf({ studio, plans, paymentMethods }: Storefront, models: readonly OfferedModel[]): Offers {
  const routes = models.flatMap((model) => model.routes);
  const makers = makersOf(models);
  const has = {
    uploads: routes.some(({ operation }) => operation !== "text-to-image"),
    "api-keys": sellsKeys({ studio }),
    plans: plans.length > 0,
    alipay: paymentMethods.includes("alipay"),
    fal: routes.some(({ provider }) => provider === ("fal" satisfies ProviderId)),
    "model-makers": makers.length > 0,
  } satisfies Record<Offer, boolean>;
  return { has: offers.filter((offer) => has[offer]), makers };
}

/** Whether its members make API keys. */
export function sellsKeys({ studio }: Pick<Storefront, "studio">): boolean {
  return studio === "api";
}

/** The companies that a request is passed on to: those whose model the provider does not run on machines of its own. */
function makersOf(models: readonly OfferedModel[]): string[] {
  const passedOn = models.filter(({ routes }) => routes.some(({ noStore }) => noStore !== "whole-chain"));
  return [...new Set(passedOn.map(({ maker }) => maker))].toSorted();
}
