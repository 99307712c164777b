import type { Database, Prisma } from "@covenant/db";
import type {
  Currency,
  MemberId,
  ProposalId,
  ProposalKind,
  ProposalState,
  ProposalView,
  StaffId,
  StorefrontId,
} from "@covenant/domain";

export type ProposalRow = Prisma.ProposalGetPayload<object>;

/** Proposals as staff see them, with the names of who proposed and decided. */
export async function viewProposals(
  { rows }: Pick<Database, "rows">,
  proposals: readonly ProposalRow[],
): Promise<ProposalView[]> {
  const ids = proposals.flatMap(({ proposedBy, decidedBy }) =>
    decidedBy === null ? [proposedBy] : [proposedBy, decidedBy],
  );
  const people = await rows.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const staff = (id: string) => ({ id: id as StaffId, name: names.get(id) ?? id });
  return proposals.map((row) => ({
    id: row.id as ProposalId,
    kind: row.kind as ProposalKind,
    state: row.state as ProposalState,
    storefront: row.storefront as StorefrontId,
    memberId: row.memberId as MemberId,
    subject: row.subject,
    amount: { amountMinor: row.amountMinor, currency: row.currency as Currency },
    note: row.note,
    proposedBy: staff(row.proposedBy),
    proposedAt: row.proposedAt.toISOString(),
    decidedBy: row.decidedBy === null ? null : staff(row.decidedBy),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
  }));
}
