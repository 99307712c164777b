import { recordAct, type Tx } from "@covenant/db";
import { type ProposalId, Refusal, type StaffActor } from "@covenant/domain";
import type { ProposalRow } from "./view-proposal.ts";

/**
 * Locks a proposal that a person may decide.
 * @throws Refusal "thing/not-found", "proposal/already-decided", "proposal/own" for whoever proposed it.
 */
export async function lockProposal(tx: Tx, id: ProposalId, { staffId }: StaffActor): Promise<ProposalRow> {
  await tx.query("SELECT 1 AS locked FROM proposal WHERE id = $1::text FOR NO KEY UPDATE", [id]);
  const row = await tx.rows.proposal.findUnique({ where: { id } });
  if (row === null) throw new Refusal("thing/not-found", { thing: "proposal" });
  if (row.state !== "open") throw new Refusal("proposal/already-decided", { state: row.state });
  if (row.proposedBy === staffId) throw new Refusal("proposal/own");
  return row;
}

type Decision = { actor: StaffActor; at: Date } & ({ state: "approved" } | { state: "declined"; reason: string });

/** Writes down how a locked proposal was decided. */
export async function decideProposal(
  tx: Tx,
  { id, kind, subject }: ProposalRow,
  decision: Decision,
): Promise<ProposalRow> {
  const { actor, at, state } = decision;
  const reason = state === "declined" ? decision.reason : null;
  const verb = state === "approved" ? "approve" : "decline";
  const facts = { proposalId: id };
  await recordAct(tx, {
    actor,
    act: `${kind}.${verb}`,
    on: subject,
    facts,
    ...(reason === null ? {} : { note: reason }),
  });
  return tx.rows.proposal.update({
    where: { id },
    data: { state, decidedBy: actor.staffId, decidedAt: at, reason },
  });
}
