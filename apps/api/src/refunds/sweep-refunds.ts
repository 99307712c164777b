import { enqueue } from "@covenant/db";
import type { RefundId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { sendRefundJob, settleRefundJob } from "./refunds-jobs.ts";

type Waiting = { id: RefundId; state: string; processor_id: string | null };

/** Sends what was asked for and never sent, and asks about what the processor has had for long without a word. */
export async function sweepRefunds({ db }: Pick<Deps, "db">): Promise<number> {
  return db.transaction(async (tx) => {
    const waiting = await tx.query<Waiting>(
      `SELECT id, state, stripe_refund_id AS processor_id FROM refund
       WHERE ended_at IS NULL AND asked_at < now() - interval '1 minute'
         AND (state = 'asked' OR extract(minute FROM now())::int % 10 = 0)
       ORDER BY asked_at LIMIT 200`,
      [],
    );
    for (const { id, state, processor_id: processorId } of waiting) {
      if (state === "asked") await enqueue(tx, sendRefundJob, { refundId: id });
      else if (processorId !== null) await enqueue(tx, settleRefundJob, { processorId });
    }
    return waiting.length;
  });
}
