import { callView, idSchema, pageOf, pageQuestion } from "@covenant/domain";
import * as z from "zod";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { listCalls } from "./list-calls.ts";

export const callsRouter = memberRouter({
  list: memberProcedure()
    .input(z.strictObject(pageQuestion(idSchema("call"))))
    .output(pageOf(callView))
    .query(({ ctx, input }) => listCalls(ctx.deps, ctx.actor, input.cursor)),
});
