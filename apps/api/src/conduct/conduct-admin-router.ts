import {
  accountCaseRequest,
  accountDecisionRequest,
  conductChoices,
  dismissalRequest,
  idSchema,
  sanctionPlanView,
  sanctionQuestion,
} from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { confirmAccountCase, dismissAccountCase } from "./decide-account-case.ts";
import { listConduct, openConductCase } from "./open-conduct-case.ts";
import { previewDecision } from "./preview-decision.ts";

const oneMember = z.strictObject({ memberId: idSchema("member") });
const oneCase = z.strictObject({ caseId: idSchema("case") });

export const conductAdminRouter = staffRouter({
  /** What can be looked at under the terms of the member's storefront. */
  kinds: staffProcedure("member.read")
    .input(oneMember)
    .output(conductChoices)
    .query(({ ctx, input }) => listConduct(ctx.deps, input.memberId)),

  open: staffProcedure("account-case.open", "write")
    .input(accountCaseRequest)
    .output(oneCase)
    .mutation(({ ctx, input }) => openConductCase(ctx.deps, ctx.actor, input)),

  /** What confirming would do now; nothing is done. */
  preview: staffProcedure("case.read")
    .input(sanctionQuestion)
    .output(sanctionPlanView)
    .query(({ ctx, input }) => previewDecision(ctx.deps, ctx.actor, input)),

  /** Does what the preview said, or nothing. A closing also takes `member.terminate`. */
  confirm: staffProcedure("case.decide", "write")
    .input(accountDecisionRequest)
    .output(oneCase)
    .mutation(({ ctx, input }) => confirmAccountCase(ctx.deps, ctx.actor, input)),

  dismiss: staffProcedure("case.decide", "write")
    .input(dismissalRequest)
    .output(oneCase)
    .mutation(({ ctx, input }) => dismissAccountCase(ctx.deps, ctx.actor, input)),
});
