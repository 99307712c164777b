import { caseFile, caseList, caseSummary, closingRequest, decisionRequest, idSchema, pageOf } from "@covenant/domain";
import * as z from "zod";
import { closeCase } from "../cases/close-case.ts";
import { listCases } from "../cases/list-cases.ts";
import { revealPrompt } from "../cases/reveal-prompt.ts";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { decideCase } from "./decide-case.ts";
import { viewCaseFile } from "./view-case-file.ts";

const oneCase = z.strictObject({ caseId: idSchema("case") });

export const casesAdminRouter = staffRouter({
  list: staffProcedure("case.read")
    .input(caseList)
    .output(pageOf(caseSummary))
    .query(({ ctx, input }) => listCases(ctx.deps, input)),

  get: staffProcedure("case.read")
    .input(oneCase)
    .output(caseFile)
    .query(({ ctx, input }) => viewCaseFile(ctx.deps, ctx.actor, input.caseId)),

  revealPrompt: staffProcedure("case.reveal-prompt", "write")
    .input(oneCase)
    .output(z.object({ prompt: z.nullable(z.string()) }))
    .mutation(({ ctx, input }) => revealPrompt(ctx.deps, ctx.actor, input.caseId)),

  decide: staffProcedure("case.decide", "write")
    .input(decisionRequest)
    .output(oneCase)
    .mutation(({ ctx, input }) => decideCase(ctx.deps, ctx.actor, input)),

  /** Of a case about money: what follows is done at its order. */
  close: staffProcedure("order.refund", "write")
    .input(closingRequest)
    .output(oneCase)
    .mutation(({ ctx, input }) => closeCase(ctx.deps, ctx.actor, input)),
});
