import { listOrderBooks, listOrdersGranted, type SqlRunner } from "@covenant/db";
import type { OrderId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import type { Span } from "../payments/payments.ts";
import { differencesOfLedger, type OrderedBook } from "./compare-ledger.ts";
import { differencesOf, type FoundDifference } from "./compare-pairs.ts";
import { explainPairs } from "./explain-pairs.ts";
import { keepMovements } from "./keep-movements.ts";
import { pairBooks } from "./pair-books.ts";
import { spanOfDay } from "./span-of-day.ts";
import { sumPairs, sumSettled } from "./sum-day.ts";
import { writeDay } from "./write-day.ts";

/**
 * Holds our orders, refunds and disputes of a day in UTC against the processor's balance, one by one, and against the
 * ledger, and writes down the day with every difference by name. Nothing is mended here. It may be done again at any time:
 * what was found and is gone is marked so.
 */
export async function compareDay(
  deps: Pick<Deps, "db" | "clock" | "payments">,
  { day }: { day: string },
): Promise<void> {
  const { db } = deps;
  const span = { ...spanOfDay(day), until: deps.clock.now() };
  await keepMovements(deps, span);
  const pairs = await explainPairs(deps, await pairBooks(db, day, span));
  const found = pairs.map(differencesOf);
  const concerned = pairs.flatMap(({ orderId }) => orderId ?? []);
  const inLedger = await compareLedger(db, concerned, span);
  await writeDay(deps, {
    day,
    matched: found.filter((differences) => differences.length === 0).length,
    sums: sumPairs(pairs),
    settled: await sumSettled(db, day),
    found: [...found.flat(), ...inLedger],
  });
}

const orderedQuery = `
  SELECT o.id AS "orderId", o.state = 'paid' AS "isPaid", o.credits, o.amount_minor AS "amountMinor", o.currency,
    (SELECT coalesce(sum(r.reclaimed), 0) FROM refund r WHERE r.order_id = o.id AND r.state <> 'failed')::float8 AS reclaimed
  FROM credit_order o
  WHERE o.id = ANY($1::text[]) OR o.state = 'paid' AND o.paid_at >= $2::timestamptz AND o.paid_at < $3::timestamptz`;

/** Every order that was paid, granted, given back or disputed on the day, against the ledger. */
async function compareLedger(
  db: SqlRunner,
  concerned: readonly OrderId[],
  { from, to }: Span,
): Promise<FoundDifference[]> {
  const ids = [...concerned, ...(await listOrdersGranted(db, { from, to }))];
  const ordered = await db.query<OrderedBook>(orderedQuery, [ids, from, to]);
  const books = await listOrderBooks(
    db,
    ordered.map(({ orderId }) => orderId),
  );
  const ledgerOf = new Map(books.map((book) => [book.orderId, book]));
  return ordered.flatMap((order) => {
    const ledger = ledgerOf.get(order.orderId);
    return ledger === undefined ? [] : differencesOfLedger(order, ledger);
  });
}
