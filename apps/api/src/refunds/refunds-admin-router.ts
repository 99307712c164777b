import {
  idSchema,
  oneProposal,
  proposedRefundView,
  refundFile,
  refundPlanView,
  refundQuestion,
  refundRequest,
  refundView,
  transferReturn,
} from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { approveRefund, previewProposed } from "./approve-refund.ts";
import { listRefunds } from "./list-refunds.ts";
import { previewRefund } from "./preview-refund.ts";
import { proposeRefund } from "./propose-refund.ts";
import { refundOrder } from "./refund-order.ts";
import { returnTransfer } from "./return-transfer.ts";

const oneOrder = z.strictObject({ orderId: idSchema("order") });

export const refundsAdminRouter = staffRouter({
  /** What a refund would do now; nothing is done. */
  preview: staffProcedure("order.read")
    .input(refundQuestion)
    .output(refundPlanView)
    .query(({ ctx, input }) => previewRefund(ctx.deps, input)),

  /** Does what the preview said, or nothing. */
  execute: staffProcedure("order.refund", "write")
    .input(refundRequest)
    .output(refundView)
    .mutation(({ ctx, input }) => refundOrder(ctx.deps, ctx.actor, input)),

  /** Asks for a second person, where a refund is more than one may give. */
  propose: staffProcedure("order.refund", "write")
    .input(refundRequest)
    .output(z.object({ proposalId: idSchema("proposal") }))
    .mutation(({ ctx, input }) => proposeRefund(ctx.deps, ctx.actor, input)),

  /** What a proposed one would do now; nothing is done. */
  proposed: staffProcedure("order.read")
    .input(oneProposal)
    .output(proposedRefundView)
    .query(({ ctx, input }) => previewProposed(ctx.deps, input)),

  /** Does what somebody else proposed, or nothing. */
  approve: staffProcedure("order.refund", "write")
    .input(oneProposal)
    .output(refundView)
    .mutation(({ ctx, input }) => approveRefund(ctx.deps, ctx.actor, input)),

  /** A transfer that a person made came back. */
  returnTransfer: staffProcedure("order.refund", "write")
    .input(transferReturn)
    .output(refundView)
    .mutation(({ ctx, input }) => returnTransfer(ctx.deps, ctx.actor, input)),

  list: staffProcedure("order.read")
    .input(oneOrder)
    .output(z.array(refundFile))
    .query(({ ctx, input }) => listRefunds(ctx.deps, input.orderId)),
});
