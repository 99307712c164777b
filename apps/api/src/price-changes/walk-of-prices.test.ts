import { after, duration, type MemberId, newId, type PlanPriceId, type StorefrontId } from "@covenant/domain";
import { describe, expect, it } from "vitest";
import { newestAllowed } from "./carry-price.ts";
import { firstRenewalFrom } from "./first-renewal.ts";
import type { Told } from "./renewing-subscriptions.ts";

const noticeDays = { "image-ai-run": 30, modelmyimage: 7 } as const;
const begin = new Date("2026-11-21T12:00:00Z");

type Announced = { id: PlanPriceId; effectiveAt: Date; toldAt: Date };
type Charge = { at: Date; price: Announced | null };

/** A year of daily sweeps and monthly renewals, with prices announced on whatever days the numbers say. */
function yearOf(storefront: StorefrontId, random: () => number): { charges: Charge[]; announced: Announced[] } {
  const announced = announcements(random);
  const charges: Charge[] = [];
  let periodStart = after(begin, -duration.days(random() * 28));
  let periodEnd = firstRenewalFrom({ interval: "month", periodStart, periodEnd: periodStart }, begin);
  let scheduled: Announced | null = null;
  for (let day = 0; day < 365; day += 1) {
    const at = after(begin, duration.days(day));
    while (periodEnd <= at) {
      charges.push({ at: periodEnd, price: scheduled });
      const next = firstRenewalFrom({ interval: "month", periodStart, periodEnd }, after(periodEnd, 1));
      [periodStart, periodEnd] = [periodEnd, next];
    }
    const since = scheduled?.effectiveAt ?? new Date(0);
    const open = announced.filter((price) => price.toldAt <= at && price.effectiveAt > since).reverse();
    const allowed = newestAllowed(
      open.map((price) => asTold(storefront, price, { periodStart, periodEnd })),
      at,
    );
    scheduled = announced.find(({ id }) => id === allowed?.told.newPriceId) ?? scheduled;
  }
  return { charges, announced };
}

function announcements(random: () => number): Announced[] {
  let effectiveAt = begin;
  return Array.from({ length: 1 + Math.floor(random() * 6) }, () => {
    effectiveAt = after(effectiveAt, duration.days(1 + random() * 60));
    const toldAt = after(effectiveAt, -duration.days(random() * 45));
    return { id: newId("planPrice"), effectiveAt, toldAt: toldAt < begin ? begin : toldAt };
  });
}

function asTold(
  storefront: StorefrontId,
  { id, effectiveAt, toldAt }: Announced,
  period: { periodStart: Date; periodEnd: Date },
): Told {
  return {
    id: newId("subscription"),
    storefront,
    memberId: newId("member") satisfies MemberId,
    email: "",
    ...period,
    planName: "",
    interval: "month",
    priceId: newId("planPrice"),
    amountMinor: 900,
    currency: "USD",
    stripeSubscriptionId: "",
    newPriceId: id,
    effectiveAt,
    toldAt,
  };
}

/** Numbers between 0 and 1 that are the same at every run. */
function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

describe.each(["image-ai-run", "modelmyimage"] as const)("at %s, over 150 years of prices", (storefront) => {
  const years = Array.from({ length: 150 }, (_, seed) => yearOf(storefront, numbersOf(seed + 1)));
  const notice = duration.days(noticeDays[storefront]);

  it("charges no renewal at a price that was told too late or does not hold yet", () => {
    for (const { at, price } of years.flatMap(({ charges }) => charges)) {
      if (price === null) continue;
      expect(at.getTime() - price.toldAt.getTime()).toBeGreaterThanOrEqual(notice);
      expect(at.getTime()).toBeGreaterThanOrEqual(price.effectiveAt.getTime());
    }
  });

  it("charges every renewal at the newest price that may reach it", () => {
    for (const { charges, announced } of years) {
      for (const { at, price } of charges) {
        const due = announced.findLast(
          ({ effectiveAt, toldAt }) => effectiveAt <= at && after(toldAt, notice + duration.days(1)) <= at,
        );
        if (due === undefined) continue;
        expect(price?.effectiveAt.getTime() ?? 0).toBeGreaterThanOrEqual(due.effectiveAt.getTime());
      }
    }
  });
});
