import {
  chargeback,
  freeze,
  getOrderCredits,
  type Receipt,
  recordAct,
  type Tx,
  unchargeback,
  unfreeze,
} from "@covenant/db";
import { type MemberId, newId, type OrderId, type StorefrontId } from "@covenant/domain";
import { graceFor } from "../credits/grace.ts";
import type { Deps } from "../deps.ts";
import { tellWatchers } from "../live/tell-watchers.ts";
import { lockOrder, type OrderRow } from "../orders/lock-order.ts";
import type { DisputeState } from "../payments/payments.ts";
import { tellOfDispute } from "./tell-of-dispute.ts";

type DisputeRow = { id: string; state: string; turns: number };
type Turn = { order: OrderRow; row: DisputeRow; at: Date };

const ourselves = { kind: "system", part: "disputes" } as const;

/**
 * Lets an order's credits follow its dispute, as the processor says it stands now. Opened: what is unspent is frozen,
 * since the bank has taken the money already; what is used is ours to lose, and no balance goes below zero for it. Won:
 * unfrozen. Lost: charged back, and given back if an appeal wins. Told twice, late or out of order, it ends the same.
 */
export async function settleDispute(
  { db, clock, payments, log }: Pick<Deps, "db" | "clock" | "payments" | "log">,
  { processorId }: { processorId: string },
): Promise<void> {
  const now = await payments.readDispute(processorId);
  const orderId = await orderOf(db, now);
  if (orderId === null) {
    log.error({ processorId }, "a dispute names no order of ours");
    return;
  }
  await db.transaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === null) return;
    const known = await tx.rows.dispute.findUnique({ where: { stripeDisputeId: processorId } });
    const row = known ?? (await open(tx, order, now));
    if (row.state !== now.state) await follow(tx, { order, row, at: clock.now() }, now.state);
  });
}

async function orderOf({ rows }: Pick<Deps["db"], "rows">, { paymentIntentId }: DisputeState): Promise<OrderId | null> {
  if (paymentIntentId === null) return null;
  const order = await rows.order.findUnique({ where: { stripePaymentIntentId: paymentIntentId } });
  return order === null ? null : (order.id as OrderId);
}

async function open(tx: Tx, order: OrderRow, now: DisputeState): Promise<DisputeRow> {
  const id = newId("dispute");
  const walletId = order.memberId as MemberId;
  const orderId = order.id as OrderId;
  const { moved } = await freeze(tx, { walletId, orderId, reason: "payment disputed", key: `${id}.freeze` });
  const { spent, held } = await getOrderCredits(tx, orderId);
  const row = await tx.rows.dispute.create({
    data: {
      id,
      storefront: order.storefront,
      memberId: order.memberId,
      orderId,
      stripeDisputeId: now.processorId,
      reason: now.reason,
      state: "open",
      amountMinor: now.amount.amountMinor,
      currency: now.amount.currency,
      frozen: moved,
      used: spent + held,
    },
  });
  await recordAct(tx, {
    actor: ourselves,
    act: "dispute.opened",
    on: id,
    facts: { frozen: moved, used: spent + held },
  });
  await tellOfDispute(tx, order, "opened", moved);
  await tellWatchers(tx, order.id);
  return row;
}

async function follow(tx: Tx, { order, row, at }: Turn, state: DisputeState["state"]): Promise<void> {
  // An appeal opens a dispute again: until it ends, things stay as the last answer left them.
  if (state === "open") return;
  const { moved } = state === "won" ? await win(tx, { order, row, at }) : await lose(tx, { order, row, at });
  await tx.rows.dispute.update({ where: { id: row.id }, data: { state, closedAt: at, turns: { increment: 1 } } });
  await recordAct(tx, { actor: ourselves, act: `dispute.${state}`, on: row.id, facts: { moved } });
  await tellOfDispute(tx, order, state, moved);
  await tellWatchers(tx, order.id);
}

function win(tx: Tx, { order, row, at }: Turn): Promise<Receipt> {
  const grace = graceFor({
    storefront: order.storefront as StorefrontId,
    at: order.paidAt ?? order.placedAt,
    cause: "dispute-won",
    now: at,
  });
  const back = { ...moveOf(order), ...grace, reason: "dispute won" };
  return row.state === "lost"
    ? unchargeback(tx, { ...back, key: `${row.id}.${row.turns}.unchargeback` })
    : unfreeze(tx, { ...back, key: `${row.id}.${row.turns}.unfreeze` });
}

async function lose(tx: Tx, { order, row }: Turn): Promise<Receipt> {
  const move = { ...moveOf(order), reason: "dispute lost" };
  // What was won and then lost again has been spendable in between.
  if (row.state === "won") await freeze(tx, { ...move, key: `${row.id}.${row.turns}.freeze` });
  return chargeback(tx, { ...move, key: `${row.id}.${row.turns}.chargeback` });
}

function moveOf(order: OrderRow): { walletId: MemberId; orderId: OrderId } {
  return { walletId: order.memberId as MemberId, orderId: order.id as OrderId };
}
