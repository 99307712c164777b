import { actView, idSchema, pageOf, pageQuestion } from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { listActs } from "./list-acts.ts";

export const actsAdminRouter = staffRouter({
  list: staffProcedure("act.read")
    .input(z.strictObject({ on: z.optional(z.string().max(80)), ...pageQuestion(idSchema("act")) }))
    .output(pageOf(actView))
    .query(({ ctx, input }) => listActs(ctx.deps, input)),
});
