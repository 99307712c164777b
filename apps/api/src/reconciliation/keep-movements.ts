import { after, duration } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import type { BalanceMovement, Span } from "../payments/payments.ts";
import { dayOf } from "./span-of-day.ts";

/**
 * Copies into our book what moved on the processor's balance on a day, and on the day before it: what was paid before
 * midnight may have been settled here after it.
 */
export async function keepMovements(
  { db, payments }: Pick<Deps, "db" | "payments">,
  { from, to }: Span,
): Promise<void> {
  for await (const page of payments.listMovements({ from: after(from, -duration.days(1)), to }))
    await db.rows.balanceMovement.createMany({ skipDuplicates: true, data: page.map(rowOf) });
}

function rowOf({ settled, ...movement }: BalanceMovement) {
  return {
    ...movement,
    day: new Date(dayOf(movement.occurredAt)),
    settledMinor: settled.amountMinor,
    feeMinor: settled.feeMinor,
    settledCurrency: settled.currency,
  };
}
