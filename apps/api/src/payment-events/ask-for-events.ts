import { after, duration } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import type { PaymentEvent } from "../payments/payments.ts";
import { receiveEvent } from "./receive-event.ts";

const watermark = "stripe";
/** Events do not become visible in the order of their times; a second look at one costs nothing. */
const overlap = duration.hours(1);
/** What Stripe keeps (https://docs.stripe.com/api/events). */
const longestMemory = duration.days(30);

/**
 * Hears what no webhook told us: lists the processor's events since the newest one listed before, and receives those that
 * are not kept. Everything here goes by the processor's clock. When it breaks off, the next round begins where this did.
 */
export async function askForEvents(deps: Pick<Deps, "db" | "clock" | "payments" | "log">): Promise<void> {
  const { db, clock, payments, log } = deps;
  const known = await db.rows.eventWatermark.findUnique({ where: { id: watermark } });
  const since = known === null ? ago(clock.now(), longestMemory) : ago(known.listedUntil, overlap);
  let newest = known?.listedUntil ?? null;
  let missed = 0;
  for await (const page of payments.listEvents(since)) {
    for (const event of await unknownOf(deps, page)) {
      await receiveEvent(deps, event, "asked");
      missed += 1;
    }
    newest = page.reduce((latest, { occurredAt }) => laterOf(latest, occurredAt), newest);
  }
  if (missed > 0) log.warn({ missed }, "events came by asking and not by webhook");
  if (newest === null) return;
  const row = { id: watermark, listedUntil: newest };
  await db.rows.eventWatermark.upsert({ where: { id: watermark }, create: row, update: row });
}

async function unknownOf({ db }: Pick<Deps, "db">, page: readonly PaymentEvent[]): Promise<PaymentEvent[]> {
  const kept = await db.rows.stripeEvent.findMany({
    where: { id: { in: page.map(({ id }) => id) } },
    select: { id: true },
  });
  const ids = new Set(kept.map(({ id }) => id));
  return page.filter(({ id }) => !ids.has(id));
}

const ago = (at: Date, span: number) => after(at, -span);
const laterOf = (one: Date | null, other: Date) => (one !== null && one > other ? one : other);
