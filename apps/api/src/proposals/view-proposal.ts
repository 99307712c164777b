import type { Database, Prisma } from "@covenant/db";
import type {
  Currency,
  MemberId,
  ProposalId,
  ProposalKind,
  ProposalState,
  ProposalView,
  StorefrontId,
} from "@covenant/domain";
import { nameStaff } from "../staff/name-staff.ts";

export type ProposalRow = Prisma.ProposalGetPayload<object>;

/** Proposals as staff see them, with the names of who proposed and decided. */
export async function viewProposals(
  db: Pick<Database, "rows">,
  proposals: readonly ProposalRow[],
): Promise<ProposalView[]> {
  const ids = proposals.flatMap(({ proposedBy, decidedBy }) =>
    decidedBy === null ? [proposedBy] : [proposedBy, decidedBy],
  );
  const staff = await nameStaff(db, ids);
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
