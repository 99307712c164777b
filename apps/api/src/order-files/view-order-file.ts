import { getOrderCredits, type Prisma } from "@covenant/db";
import {
  type Currency,
  credits,
  type DisputeId,
  type DisputeView,
  type OrderFile,
  type OrderId,
  type PaymentMethod,
  Refusal,
  type RulingView,
} from "@covenant/domain";
import { listCasesOfOrder } from "../cases/list-cases.ts";
import type { Deps } from "../deps.ts";
import { listRefunds } from "../refunds/list-refunds.ts";
import { viewRuling } from "../rulings/view-ruling.ts";
import { fileOfSubscription } from "../subscriptions/list-subscriptions.ts";
import { withPrices } from "../subscriptions/lock-subscription.ts";
import { summaryOf, withMoneyAndDisputes } from "./summary-of-order.ts";

/**
 * The whole file of an order, for staff.
 * @throws Refusal "thing/not-found".
 */
export async function viewOrderFile({ db }: Pick<Deps, "db">, id: OrderId): Promise<OrderFile> {
  const row = await db.rows.order.findUnique({
    where: { id },
    include: { ...withMoneyAndDisputes, subscription: { include: withPrices } },
  });
  if (row === null) throw new Refusal("thing/not-found", { thing: "order" });
  const [member, creditsNow, refunds, rulings, cases] = await Promise.all([
    db.rows.member.findUniqueOrThrow({ where: { id: row.memberId } }),
    getOrderCredits(db, id),
    listRefunds({ db }, id),
    rulingsOn(db, id),
    listCasesOfOrder({ db }, id),
  ]);
  return {
    ...summaryOf(row, member.email),
    credits: credits(row.credits),
    price: { amountMinor: row.amountMinor, currency: row.currency as Currency },
    rate: row.rate,
    method: row.method as PaymentMethod,
    paidAt: row.paidAt?.toISOString() ?? null,
    invoiceUrl: row.invoiceUrl,
    subscription: row.subscription === null ? null : fileOfSubscription(row.subscription),
    creditsNow,
    refunds,
    disputes: row.disputes.map(viewDispute),
    cases,
    rulings,
  };
}

/** What was ruled on the order's refunds. Those made in the processor's dashboard were not ruled on. */
async function rulingsOn({ rows }: Deps["db"], orderId: OrderId): Promise<RulingView[]> {
  const refunds = await rows.refund.findMany({ where: { orderId, rulingId: { not: null } } });
  const ids = refunds.flatMap(({ rulingId }) => rulingId ?? []);
  const rulings = await rows.ruling.findMany({ where: { id: { in: ids } }, orderBy: { id: "desc" } });
  return rulings.map((ruling) => viewRuling(ruling, "staff"));
}

function viewDispute(row: Prisma.DisputeGetPayload<object>): DisputeView {
  return {
    id: row.id as DisputeId,
    state: row.state as DisputeView["state"],
    reason: row.reason,
    amount: { amountMinor: row.amountMinor, currency: row.currency as Currency },
    frozen: row.frozen,
    used: row.used,
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
