import type { SqlRunner, Tx } from "@covenant/db";
import { newId, type SubscriptionId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { parkEvents, unparkEvents } from "../parked-events/park-events.ts";
import type { SubscriptionReading } from "../payments/payments.ts";
import { endPlaced } from "./end-placed.ts";
import { lockSubscription, type SubscriptionRow, withPrices } from "./lock-subscription.ts";
import { mirrorSubscription, unpaidInvoice } from "./mirror-subscription.ts";
import { parkInvoice, recordPeriod } from "./record-period.ts";
import { tellOfEnd, tellOfFailedRenewal } from "./tell-of-subscription.ts";
import { countsUntil } from "./view-subscription.ts";
import { type Prices, weighInvoice } from "./weigh-invoice.ts";
import { withdrawal } from "./withdrawn-period.ts";

type SettleDeps = Pick<Deps, "db" | "clock" | "payments" | "log">;

/** Each try that fails means that another one has just brought the subscription where the processor has it. */
const triesAtMost = 25;

/**
 * Settles a subscription by what the processor says now, never by what a browser or an event claims: its state and period,
 * and for each paid invoice not yet written an order with its credits, in one transaction. Told twice, late, out of
 * order or at once, it ends the same: an answer that was overtaken by another one is asked for again.
 */
export async function settleSubscription(
  deps: SettleDeps,
  { subscriptionId: id }: { subscriptionId: SubscriptionId },
): Promise<void> {
  let told: Untold | null = null;
  for (let tries = 1; tries <= triesAtMost; tries += 1) {
    const version = await versionOf(deps.db, id);
    const row = await deps.db.rows.subscription.findUnique({ where: { id }, include: withPrices });
    const processorId = row === null ? null : (row.stripeSubscriptionId ?? (await findAtProcessor(deps, row)));
    if (row === null || processorId === null) return;
    let reading = await deps.payments.readSubscription(processorId);
    const untold = untoldOf(row, reading, told);
    if (untold !== null) {
      await tellProcessor(deps, processorId, untold);
      told = untold;
      reading = await deps.payments.readSubscription(processorId);
    }
    if (await settleBy(deps, { id, version, reading })) return;
  }
  throw new Error(`${id} was changed faster than it could be settled`);
}

/** What we know and the processor does not. */
type Untold = "cancelled" | "kept" | "ended";

/** A member may keep the subscription while the processor is being told that it was cancelled: then this is taken back. */
function untoldOf(row: SubscriptionRow, reading: SubscriptionReading, told: Untold | null): Untold | null {
  if (reading.endedAt !== null) return null;
  if (row.cancelledAt === null) return told === "cancelled" && reading.endsAt !== null ? "kept" : null;
  if (row.state === "ended") return "ended";
  return reading.endsAt === null ? "cancelled" : null;
}

function tellProcessor({ payments }: SettleDeps, processorId: string, untold: Untold): Promise<void> {
  const requestId = newId("request");
  if (untold === "ended") return payments.endSubscription(processorId, requestId);
  return payments.setRenewing(processorId, untold === "kept", requestId);
}

/** The processor's id of a subscription whose page was paid; one whose page ran out has ended. */
async function findAtProcessor(deps: SettleDeps, row: SubscriptionRow): Promise<string | null> {
  if (row.stripeSessionId === null) return null;
  const checkout = await deps.payments.readSubscriptionCheckout(row.stripeSessionId);
  if (checkout.kind === "expired") await endPlaced(deps, row.id as SubscriptionId);
  return checkout.kind === "complete" ? checkout.processorId : null;
}

type Answer = { id: SubscriptionId; version: string | null; reading: SubscriptionReading };

/** False where somebody else has changed the subscription since the processor was asked. */
function settleBy(deps: SettleDeps, { id, version, reading }: Answer): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    const row = await lockSubscription(tx, id);
    if (row === null) return true;
    if ((await versionOf(tx, id)) !== version) return false;
    const prices = await pricesIn(tx, reading);
    await recordInvoices(deps, tx, { row, reading, prices });
    const withdrawn = await withdrawnInvoices(tx, id);
    const next = mirrorSubscription({ row, reading, prices, withdrawn }, deps.clock.now());
    // Written even where nothing is new, so that an older answer finds that it was overtaken.
    await tx.rows.subscription.update({ where: { id }, data: next });
    await tellOfChange(tx, { row, reading, next });
    return true;
  });
}

async function withdrawnInvoices(tx: Tx, subscriptionId: SubscriptionId): Promise<ReadonlySet<string>> {
  const orders = await tx.rows.order.findMany({ where: { subscriptionId, refunds: { some: withdrawal } } });
  return new Set(orders.flatMap(({ stripeInvoiceId }) => stripeInvoiceId ?? []));
}

/** PostgreSQL's own name for the state of a row: the transaction that wrote it. */
async function versionOf(sql: SqlRunner, id: SubscriptionId): Promise<string | null> {
  const [row] = await sql.query<{ version: string }>(
    "SELECT xmin::text AS version FROM subscription WHERE id = $1::text",
    [id],
  );
  return row?.version ?? null;
}

async function pricesIn(tx: Tx, { price, invoices }: SubscriptionReading): Promise<Prices> {
  const lines = invoices.flatMap(({ lines, unused }) => [...lines, ...unused]);
  const ids = [...new Set([price, ...lines.map((line) => line.price)])];
  const rows = await tx.rows.planPrice.findMany({ where: { stripePriceId: { in: ids } }, include: { plan: true } });
  return new Map(rows.flatMap((row) => (row.stripePriceId === null ? [] : [[row.stripePriceId, row]])));
}

type Settling = { row: SubscriptionRow; reading: SubscriptionReading; prices: Prices };

async function recordInvoices(deps: SettleDeps, tx: Tx, { row, reading, prices }: Settling): Promise<void> {
  const orders = await tx.rows.order.findMany({ where: { subscriptionId: row.id }, select: { stripeInvoiceId: true } });
  const written = new Set(orders.map(({ stripeInvoiceId }) => stripeInvoiceId));
  const isNew = ({ state, processorId }: SubscriptionReading["invoices"][number]) =>
    state === "paid" && !written.has(processorId);
  const problems: string[] = [];
  for (const invoice of reading.invoices.filter(isNew).toReversed()) {
    const worth = weighInvoice(invoice, reading, prices);
    if (worth.kind === "period") await recordPeriod(tx, row, { invoice, worth });
    if (worth.kind !== "problem") continue;
    problems.push(`invoice ${invoice.processorId}: ${worth.problem}`);
    const facts = { subscriptionId: row.id, invoice: invoice.processorId, problem: worth.problem };
    if (await parkInvoice(tx, row, invoice, worth.problem)) deps.log.error(facts, "a paid invoice grants nothing");
  }
  const about = { noun: "subscription", processorId: reading.processorId } as const;
  if (problems.length === 0) await unparkEvents(tx, about);
  else await parkEvents(tx, about, { reason: "unsettled", problem: problems.join("; ") });
}

type Change = { row: SubscriptionRow; reading: SubscriptionReading; next: ReturnType<typeof mirrorSubscription> };

async function tellOfChange(tx: Tx, { row, reading, next }: Change): Promise<void> {
  const { invoiceUrl, pastDueSince } = next;
  const unpaid = unpaidInvoice(reading);
  if (invoiceUrl !== null && unpaid !== undefined && invoiceUrl !== row.invoiceUrl) {
    const until = countsUntil({ storefront: row.storefront, pastDueSince });
    await tellOfFailedRenewal(tx, row, { invoiceUrl, amount: unpaid.amount, countsUntil: until });
  }
  const ranBefore = row.state !== "placed" && row.state !== "ended";
  if (next.state === "ended" && ranBefore && row.cancelledAt === null) await tellOfEnd(tx, row);
}
