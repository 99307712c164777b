import type { ProposalDecline, ProposalView, StaffActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { decideProposal, lockProposal } from "./decide-proposal.ts";
import { viewProposals } from "./view-proposal.ts";

/**
 * Declines a proposal of somebody else's, with a reason; nothing of it is done.
 * @throws Refusal as `lockProposal`.
 */
export async function declineProposal(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  { proposalId, reason }: ProposalDecline,
): Promise<ProposalView> {
  const row = await db.transaction(async (tx) => {
    const open = await lockProposal(tx, proposalId, actor);
    return decideProposal(tx, open, { actor, at: clock.now(), state: "declined", reason });
  });
  const [view] = await viewProposals(db, [row]);
  if (view === undefined) throw new Error(`${proposalId} was declined and is not there`);
  return view;
}
