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
import {
  type Credits,
  type Currency,
  credits,
  type DisputeState as DisputeStanding,
  type MemberId,
  newId,
  type OrderId,
  type StorefrontId,
} from "@covenant/domain";
import { lostMoney } from "../cases/lost-money.ts";
import { openMoneyCase } from "../cases/open-money-case.ts";
import { settleMoneyCase } from "../cases/settle-money-case.ts";
import { graceFor } from "../credits/grace.ts";
import type { Deps } from "../deps.ts";
import { tellWatchers } from "../live/tell-watchers.ts";
import { lockOrder, type OrderRow } from "../orders/lock-order.ts";
import { parkEvents, unparkEvents } from "../parked-events/park-events.ts";
import type { DisputeState } from "../payments/payments.ts";
import { findOrderOfPayment } from "./find-order-of-payment.ts";
import { tellOfDispute } from "./tell-of-dispute.ts";

type DisputeRow = { id: string; state: string; turns: number; amountMinor: number; currency: string };
type Turn = { order: OrderRow; row: DisputeRow; at: Date };

const ourselves = { kind: "system", part: "disputes" } as const;

/**
 * Lets an order's credits follow its dispute, as the processor says it stands now. While the bank only asks it has taken
 * nothing, and nothing moves. Opened: what is unspent is frozen, since the bank has taken the money already; what is used
 * is ours to lose, and no balance goes below zero for it. Won: unfrozen. Lost, or prevented by giving the money back:
 * charged back, and given back if an appeal wins; what was used by then is the house's loss and opens a case. A part of
 * the payment lost takes no credits: what is to become of them is a person's to say, by a case. Told twice, late or out
 * of order, it ends the same. What the processor says in a word nobody here knows is left for staff with its event.
 */
export async function settleDispute(
  { db, clock, payments }: Pick<Deps, "db" | "clock" | "payments">,
  { processorId }: { processorId: string },
): Promise<void> {
  const now = await payments.readDispute(processorId);
  const about = { noun: "dispute", processorId } as const;
  const orderId = await findOrderOfPayment(db, now.paymentIntentId);
  if (orderId === null)
    return parkEvents(db, about, { reason: "foreign", problem: "no order of ours has the payment it disputes" });
  const { state } = now;
  if (state === null) return parkEvents(db, about, { reason: "unsettled", problem: unknownWord(now.said, orderId) });
  await db.transaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === null) return;
    const at = clock.now();
    const row = await findOrWrite(tx, { order, now, at });
    const opened = row.state === "inquiry" && hasTaken[state] ? await open(tx, { order, row, at }) : row;
    if (opened.state !== state) await follow(tx, { order, row: opened, at }, state);
    await unparkEvents(tx, about);
  });
}

const unknownWord = (said: string, orderId: OrderId) =>
  `Stripe calls the dispute of ${orderId} "${said}", a word this release does not know; nothing was moved`;

/** Whether the bank has had the money in its hands by then. */
const hasTaken = {
  inquiry: false,
  dropped: false,
  open: true,
  won: true,
  lost: true,
  prevented: true,
} as const satisfies Record<DisputeStanding, boolean>;

type First = { order: OrderRow; now: DisputeState; at: Date };

/** The row of a dispute; a new one begins as a question, by which nothing has moved. */
async function findOrWrite(tx: Tx, { order, now, at }: First): Promise<DisputeRow> {
  const { processorId: stripeDisputeId, reason, amount } = now;
  const known = await tx.rows.dispute.findUnique({ where: { stripeDisputeId } });
  if (known !== null) return known;
  const { storefront, memberId, orderId } = subjectOf(order);
  const subject = { storefront, memberId, orderId, stripeDisputeId, reason, ...amount };
  const row = await tx.rows.dispute.create({
    data: { id: newId("dispute"), ...subject, state: "inquiry", frozen: 0, used: 0, openedAt: at },
  });
  if (now.state !== "inquiry") return row;
  await recordAct(tx, { actor: ourselves, act: "dispute.inquiry", on: row.id, facts: { orderId } });
  await tellOfDispute(tx, order, "inquiry", credits(0));
  await tellWatchers(tx, order.id);
  return row;
}

/** The bank takes the money: what is unspent is frozen. */
async function open(tx: Tx, { order, row, at }: Turn): Promise<DisputeRow> {
  const { moved } = await freeze(tx, { ...moveOf(order), reason: "payment disputed", key: `${row.id}.freeze` });
  const { spent, held } = await getOrderCredits(tx, order.id as OrderId);
  const figures = { frozen: moved, used: spent + held };
  const opened = await tx.rows.dispute.update({
    where: { id: row.id },
    data: { state: "open", openedAt: at, ...figures },
  });
  await recordAct(tx, { actor: ourselves, act: "dispute.opened", on: row.id, facts: figures });
  await tellOfDispute(tx, order, "opened", moved);
  await tellWatchers(tx, order.id);
  return opened;
}

async function follow(tx: Tx, { order, row, at }: Turn, state: DisputeStanding): Promise<void> {
  // An appeal opens a dispute again: until it ends, things stay as the last answer left them.
  if (state === "open" || state === "inquiry") return;
  const moved = await moveFor[state](tx, { order, row, at });
  await tx.rows.dispute.update({ where: { id: row.id }, data: { state, closedAt: at, turns: { increment: 1 } } });
  await recordAct(tx, { actor: ourselves, act: `dispute.${state}`, on: row.id, facts: { moved } });
  if (state === "lost" || state === "prevented") await openShortfall(tx, order, row);
  else await settleMoneyCase(tx, row.id);
  await tellOfDispute(tx, order, state, moved);
  await tellWatchers(tx, order.id);
}

const moveFor = {
  dropped: async (tx: Tx, turn: Turn) => (turn.row.state === "inquiry" ? credits(0) : (await win(tx, turn)).moved),
  won: async (tx: Tx, turn: Turn) => (await win(tx, turn)).moved,
  lost: (tx: Tx, turn: Turn) => lose(tx, turn),
  prevented: (tx: Tx, turn: Turn) => lose(tx, turn),
};

/** Credits that were used, or are held, while their money is gone. */
async function openShortfall(tx: Tx, order: OrderRow, dispute: DisputeRow): Promise<void> {
  const { id, amountMinor, currency } = dispute;
  const { storefront, memberId, orderId } = subjectOf(order);
  const { granted, spent, held, chargedBack: taken } = await getOrderCredits(tx, orderId);
  const amount = { amountMinor, currency: currency as Currency };
  const lost = lostMoney({ amount, chargedMinor: order.chargedMinor, taken, granted });
  if ((spent + held === 0 && !isPart(order, dispute)) || lost.amountMinor === 0) return;
  const facts = { kind: "shortfall", by: "dispute", amount, taken, used: credits(spent + held), lost } as const;
  await openMoneyCase(tx, { storefront, memberId, orderId, causeId: id, facts });
}

const subjectOf = ({ id, storefront, memberId }: OrderRow) => ({
  storefront: storefront as StorefrontId,
  memberId: memberId as MemberId,
  orderId: id as OrderId,
});

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

/** The credits that it took. */
async function lose(tx: Tx, { order, row }: Turn): Promise<Credits> {
  const move = { ...moveOf(order), reason: "dispute lost" };
  if (isPart(order, row)) {
    await unfreeze(tx, { ...move, key: `${row.id}.${row.turns}.left` });
    return credits(0);
  }
  // What was won and then lost again has been spendable in between.
  if (row.state === "won") await freeze(tx, { ...move, key: `${row.id}.${row.turns}.freeze` });
  return (await chargeback(tx, { ...move, key: `${row.id}.${row.turns}.chargeback` })).moved;
}

/** Less than refunds have left of the payment: which of the order's credits that was for, nobody can say. */
function isPart(order: OrderRow, { amountMinor, currency }: DisputeRow): boolean {
  return currency === order.chargedCurrency && amountMinor < order.chargedMinor - order.refundedMinor;
}

function moveOf(order: OrderRow): { walletId: MemberId; orderId: OrderId } {
  return { walletId: order.memberId as MemberId, orderId: order.id as OrderId };
}
