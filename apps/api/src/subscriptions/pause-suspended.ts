import { enqueue, recordAct } from "@covenant/db";
import { newId, type SubscriptionId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { lockSubscription } from "./lock-subscription.ts";
import { settleSubscription } from "./settle-subscription.ts";
import { pauseSuspendedJob } from "./subscriptions-jobs.ts";

const ourselves = { kind: "system", part: "subscriptions" } as const;
const acts = ["subscription.pause", "subscription.resume"] as const;
type PauseAct = (typeof acts)[number];
const atMost = 200;

/**
 * Subscriptions that renew though their member is suspended, and those that were paused by a suspension which is over. One
 * paused for another reason is left alone, and so is one that does not renew anyway or is past due.
 */
const mismatched = `
  SELECT s.id, s.stripe_subscription_id AS "processorId", s.state = 'active' AS pauses
  FROM subscription s, LATERAL (
    SELECT EXISTS (SELECT FROM suspension x WHERE x.member_id = s.member_id AND x.lifted_at IS NULL
      AND (x.ends_at IS NULL OR x.ends_at > $1::timestamptz)) AS suspended) AS now
  WHERE s.stripe_subscription_id IS NOT NULL AND ($2::text IS NULL OR s.id = $2::text)
    AND (s.state = 'active' AND now.suspended OR s.state = 'paused' AND NOT now.suspended
      AND (SELECT a.act FROM act a WHERE a.subject = s.id AND a.act IN ('subscription.pause', 'subscription.resume')
        ORDER BY a.at DESC LIMIT 1) = 'subscription.pause')
  ORDER BY s.id LIMIT $3::int`;

type Mismatched = { id: SubscriptionId; processorId: string; pauses: boolean };

/** Queues what {@link pauseSuspended} has to put right. */
export async function sweepSuspended({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  return db.transaction(async (tx) => {
    const found = await tx.query<Mismatched>(mismatched, [clock.now(), null, atMost]);
    for (const { id } of found) await enqueue(tx, pauseSuspendedJob, { subscriptionId: id });
    return found.length;
  });
}

/**
 * Pauses the renewals of a suspended member: periods pass, nothing is charged and nothing granted. Once the suspension is
 * over, renewals go on with the next one.
 */
export async function pauseSuspended(
  deps: Pick<Deps, "db" | "clock" | "payments" | "log">,
  { subscriptionId }: { subscriptionId: SubscriptionId },
): Promise<void> {
  const { db, clock, payments } = deps;
  const [found] = await db.query<Mismatched>(mismatched, [clock.now(), subscriptionId, 1]);
  if (found === undefined) return;
  // A pause is written before it is made and taken off after it was ended: one that is nobody's would never end.
  if (found.pauses) await note(deps, subscriptionId, "subscription.pause");
  await payments.setCollectionPaused(found.processorId, found.pauses, newId("request"));
  await settleSubscription(deps, { subscriptionId });
  if (!found.pauses) await note(deps, subscriptionId, "subscription.resume");
}

async function note({ db }: Pick<Deps, "db">, on: SubscriptionId, act: PauseAct): Promise<void> {
  await db.transaction(async (tx) => {
    await lockSubscription(tx, on);
    const last = await tx.rows.act.findFirst({
      where: { subject: on, act: { in: [...acts] } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    });
    if (last?.act !== act) await recordAct(tx, { actor: ourselves, act, on });
  });
}
