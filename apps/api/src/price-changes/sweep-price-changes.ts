import { enqueue } from "@covenant/db";
import type { Deps } from "../deps.ts";
import { newestAllowed } from "./carry-price.ts";
import { carryPriceJob } from "./price-changes-jobs.ts";
import { listTold, listUntold, type Told } from "./renewing-subscriptions.ts";
import { tellOfPrice } from "./tell-of-price.ts";

const atMost = 200;

/**
 * Tells whoever was not a subscriber when a price was set, and sees to it that each renewal carries the newest price its
 * subscriber was told of in time.
 */
export async function sweepPriceChanges(deps: Pick<Deps, "db" | "clock">): Promise<number> {
  return (await tellTheUntold(deps)) + (await queueRenewals(deps));
}

async function tellTheUntold({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    // Of two sweeps at once the second finds them told.
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('price-changes'))::text AS locked", []);
    const untold = await listUntold(tx, { at, limit: atMost });
    for (const { newPriceId: id, newAmountMinor: amountMinor, effectiveAt, ...subscriber } of untold) {
      await tellOfPrice(tx, subscriber, { price: { id, amountMinor, effectiveAt }, at });
    }
    return untold.length;
  });
}

async function queueRenewals({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const at = clock.now();
  const ofSubscription = new Map<string, Told[]>();
  for (const told of await listTold(db)) {
    ofSubscription.set(told.id, [...(ofSubscription.get(told.id) ?? []), told]);
  }
  const due = [...ofSubscription.values()].flatMap((prices) => newestAllowed(prices, at)?.told.id ?? []);
  await db.transaction(async (tx) => {
    for (const subscriptionId of due) await enqueue(tx, carryPriceJob, { subscriptionId });
  });
  return due.length;
}
