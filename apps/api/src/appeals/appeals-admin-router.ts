import {
  appealDecisionRequest,
  appealFile,
  appealList,
  appealPlanView,
  appealQuestion,
  appealSummary,
  idSchema,
  pageOf,
} from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { decideAppeal } from "./decide-appeal.ts";
import { listAppeals } from "./list-appeals.ts";
import { previewAppeal } from "./preview-appeal.ts";
import { takeAppeal } from "./take-appeal.ts";
import { viewAppeal } from "./view-appeal.ts";

const oneAppeal = z.strictObject({ appealId: idSchema("appeal") });

export const appealsAdminRouter = staffRouter({
  list: staffProcedure("case.read")
    .input(appealList)
    .output(pageOf(appealSummary))
    .query(({ ctx, input }) => listAppeals(ctx.deps, input)),

  get: staffProcedure("case.read")
    .input(oneAppeal)
    .output(appealFile)
    .query(({ ctx, input }) => viewAppeal(ctx.deps, ctx.actor, input.appealId)),

  /** What an answer would do now; nothing is done. */
  preview: staffProcedure("case.read")
    .input(appealQuestion)
    .output(appealPlanView)
    .query(({ ctx, input }) => previewAppeal(ctx.deps, input)),

  take: staffProcedure("appeal.decide", "write")
    .input(oneAppeal)
    .output(oneAppeal)
    .mutation(({ ctx, input }) => takeAppeal(ctx.deps, ctx.actor, input.appealId)),

  /** Does what the preview said, or nothing. Nobody answers an appeal of their own decision. */
  decide: staffProcedure("appeal.decide", "write")
    .input(appealDecisionRequest)
    .output(oneAppeal)
    .mutation(({ ctx, input }) => decideAppeal(ctx.deps, ctx.actor, input)),
});
