import { idSchema, orderView, withdrawalPlanView, withdrawalRequest } from "@covenant/domain";
import * as z from "zod";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { findOwnPlanWithdrawal } from "./find-own-plan-withdrawal.ts";
import { previewWithdrawal } from "./preview-withdrawal.ts";
import { withdraw } from "./withdraw.ts";

export const withdrawalsRouter = memberRouter({
  /** What withdrawing from an order would do; null where there is no right to. Nothing is done. */
  preview: memberProcedure()
    .input(z.strictObject({ orderId: idSchema("order") }))
    .output(z.nullable(withdrawalPlanView))
    .query(({ ctx, input }) => previewWithdrawal(ctx.deps, ctx.actor, input)),

  /** The same of the order that began the member's subscription; null where none runs. */
  ofPlan: memberProcedure()
    .output(z.nullable(withdrawalPlanView))
    .query(({ ctx }) => findOwnPlanWithdrawal(ctx.deps, ctx.actor)),

  withdraw: memberProcedure("write")
    .input(withdrawalRequest)
    .output(orderView)
    .mutation(({ ctx, input }) => withdraw(ctx.deps, ctx.actor, input)),
});
