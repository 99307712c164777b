import type { Prisma } from "@covenant/db";
import { type MoneyCaseView, moneyFacts, type OrderId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { summaryOf } from "./list-cases.ts";

type MoneyCaseRow = Prisma.CaseGetPayload<{ include: { decision: true } }> & { orderId: string };

/** The whole file of a case about money. */
export async function viewMoneyCase({ db }: Pick<Deps, "db">, row: MoneyCaseRow): Promise<MoneyCaseView> {
  const { orderId, memberId, decision } = row;
  const [order, member, staff] = await Promise.all([
    db.rows.order.findUniqueOrThrow({ where: { id: orderId }, select: { packName: true } }),
    db.rows.member.findUniqueOrThrow({ where: { id: memberId }, select: { email: true } }),
    decision === null ? null : db.rows.staff.findUnique({ where: { id: decision.staffId }, select: { name: true } }),
  ]);
  const facts = moneyFacts.parse(row.facts);
  return {
    ...summaryOf(row),
    kind: facts.kind,
    orderId: orderId as OrderId,
    memberEmail: member.email,
    packName: order.packName,
    facts,
    closing:
      decision === null
        ? null
        : { by: staff?.name ?? decision.staffId, note: decision.note, at: decision.at.toISOString() },
  };
}
