import { idSchema, orderFile, orderList, orderSummary, pageOf } from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { listOrdersOfAll } from "./list-orders-of-all.ts";
import { viewOrderFile } from "./view-order-file.ts";

export const orderFilesAdminRouter = staffRouter({
  list: staffProcedure("order.read")
    .input(orderList)
    .output(pageOf(orderSummary))
    .query(({ ctx, input }) => listOrdersOfAll(ctx.deps, input)),

  get: staffProcedure("order.read")
    .input(z.strictObject({ orderId: idSchema("order") }))
    .output(orderFile)
    .query(({ ctx, input }) => viewOrderFile(ctx.deps, input.orderId)),
});
