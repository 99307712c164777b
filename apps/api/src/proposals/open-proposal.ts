import { type Prisma, recordAct, type Tx } from "@covenant/db";
import {
  type MemberId,
  type Money,
  newId,
  type ProposalKind,
  Refusal,
  type RequestId,
  type StaffActor,
  type StorefrontId,
} from "@covenant/domain";
import type { ProposalRow } from "./view-proposal.ts";

export type NewProposal = {
  kind: ProposalKind;
  storefront: StorefrontId;
  memberId: MemberId;
  subject: string;
  requestId: RequestId;
  /** What its desk wants back when it is approved. */
  request: Prisma.InputJsonObject;
  amount: Money;
  note: string;
};

/**
 * Asks for a second person. The caller holds the lock of the thing it is about. The same request sent twice is one.
 * @throws Refusal "proposal/already-open" where another one about the same waits.
 */
export async function openProposal(
  tx: Tx,
  { actor, proposal, at }: { actor: StaffActor; proposal: NewProposal; at: Date },
): Promise<ProposalRow> {
  const { amount, kind, subject, requestId, ...rest } = proposal;
  const earlier = await tx.rows.proposal.findUnique({ where: { requestId } });
  if (earlier !== null) return earlier;
  const open = await tx.rows.proposal.findFirst({ where: { kind, subject, state: "open" } });
  if (open !== null) throw new Refusal("proposal/already-open", { proposalId: open.id });
  const id = newId("proposal");
  const row = await tx.rows.proposal.create({
    data: { id, kind, subject, requestId, ...rest, ...amount, proposedBy: actor.staffId, proposedAt: at },
  });
  const facts = { proposalId: id, ...amount };
  await recordAct(tx, { actor, act: `${kind}.propose`, on: subject, note: proposal.note, facts });
  return row;
}
