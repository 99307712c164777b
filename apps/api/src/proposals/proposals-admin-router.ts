import { pageOf, proposalDecline, proposalList, proposalView } from "@covenant/domain";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { declineProposal } from "./decline-proposal.ts";
import { listProposals } from "./list-proposals.ts";

export const proposalsAdminRouter = staffRouter({
  list: staffProcedure("order.read")
    .input(proposalList)
    .output(pageOf(proposalView))
    .query(({ ctx, input }) => listProposals(ctx.deps, input)),

  decline: staffProcedure("order.refund", "write")
    .input(proposalDecline)
    .output(proposalView)
    .mutation(({ ctx, input }) => declineProposal(ctx.deps, ctx.actor, input)),
});
