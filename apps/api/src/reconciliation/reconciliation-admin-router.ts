import { compareRequest, dayFile, dayList, dayView, pageOf } from "@covenant/domain";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { askToCompare } from "./ask-to-compare.ts";
import { listDays, viewDay } from "./list-days.ts";

export const reconciliationAdminRouter = staffRouter({
  list: staffProcedure("order.read")
    .input(dayList)
    .output(pageOf(dayView))
    .query(({ ctx, input }) => listDays(ctx.deps, input)),

  get: staffProcedure("order.read")
    .input(compareRequest)
    .output(dayFile)
    .query(({ ctx, input }) => viewDay(ctx.deps, input)),

  compare: staffProcedure("order.refund", "write")
    .input(compareRequest)
    .output(compareRequest)
    .mutation(({ ctx, input }) => askToCompare(ctx.deps, ctx.actor, input)),
});
