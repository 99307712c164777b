import type { MemberId, ModelView, StorefrontId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { stoppedAt } from "../routing/require-running.ts";
import { type PriceNow, pricesNow } from "./price-of-model.ts";
import { civilDay, isOver } from "./sunset.ts";

/**
 * The models a storefront sells, in its order, at what they cost this member, or anybody. One without an open route is shown
 * as not available; one whose last day has passed is not shown.
 */
export async function listModels(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { storefront, memberId }: { storefront: StorefrontId; memberId: MemberId | null },
): Promise<ModelView[]> {
  const at = clock.now();
  const [stopped, prices, models] = await Promise.all([
    stoppedAt(db, storefront),
    pricesNow(db, { storefront, memberId, at }),
    db.rows.model.findMany({
      where: { storefront, enabled: true },
      orderBy: { position: "asc" },
      include: { _count: { select: { routes: { where: { enabled: true } } } } },
    }),
  ]);
  const onSale = models.filter(({ sunsetOn }) => sunsetOn === null || !isOver(sunsetOn, at));
  return onSale.map(({ id, name, maker, modality, description, expectedSeconds, sizes, ...model }) => {
    const successor = onSale.find((other) => other.id === model.successorId);
    return {
      ...{
        id,
        name,
        maker,
        description,
        expectedSeconds,
        sizes,
        countMost: model.countMost,
        usagePolicyUrl: model.usagePolicyUrl,
      },
      modality: modality as ModelView["modality"],
      ...priceView(prices.get(id)),
      sunset: model.sunsetOn && { on: civilDay(model.sunsetOn), successor: successor?.name ?? null },
      available: model._count.routes > 0 && !stopped.has(id),
    };
  });
}

function priceView(price: PriceNow | undefined): Pick<ModelView, "credits" | "coming"> {
  if (price === undefined) throw new Error("a model has at least the price it came with");
  const { credits, coming } = price;
  return { credits, coming: coming && { credits: coming.credits, from: coming.from.toISOString() } };
}
