import { planFile, priceChangePlanView, priceChangeQuestion, priceChangeRequest } from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { changePrice } from "./change-price.ts";
import { listPlanFiles } from "./list-plan-files.ts";
import { previewPriceChange } from "./preview-price-change.ts";

export const priceChangesAdminRouter = staffRouter({
  /** Every storefront's plans with all their prices. */
  plans: staffProcedure("order.read")
    .output(z.array(planFile))
    .query(({ ctx }) => listPlanFiles(ctx.deps)),

  /** What a new price would do; nothing is done. */
  preview: staffProcedure("order.read")
    .input(priceChangeQuestion)
    .output(priceChangePlanView)
    .query(({ ctx, input }) => previewPriceChange(ctx.deps, input)),

  /** Sets the price and tells every subscriber by mail, in one transaction. */
  change: staffProcedure("price.change", "write")
    .input(priceChangeRequest)
    .output(planFile)
    .mutation(({ ctx, input }) => changePrice(ctx.deps, ctx.actor, input)),
});
