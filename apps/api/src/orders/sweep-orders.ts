import { enqueue } from "@covenant/db";
import type { OrderId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { settleOrderJob } from "./orders-jobs.ts";

/**
 * Asks again about every open order that is old enough for a webhook to have come, more rarely as it ages. An order whose
 * payment page never opened cannot be paid; after a day it is cancelled.
 */
export async function sweepOrders({ db }: Pick<Deps, "db">): Promise<number> {
  await db.query(
    `UPDATE credit_order SET state = 'cancelled', ended_at = now()
     WHERE state = 'placed' AND stripe_session_id IS NULL AND placed_at < now() - interval '1 day'`,
    [],
  );
  return db.transaction(async (tx) => {
    const waiting = await tx.query<{ id: OrderId }>(
      `SELECT id FROM credit_order
       WHERE state = 'placed' AND stripe_session_id IS NOT NULL AND placed_at < now() - interval '30 seconds'
         AND problem IS NULL
         AND (placed_at > now() - interval '10 minutes' OR extract(minute FROM now())::int % 10 = 0)
       ORDER BY placed_at LIMIT 200`,
      [],
    );
    for (const { id: orderId } of waiting) await enqueue(tx, settleOrderJob, { orderId });
    return waiting.length;
  });
}
