import { attachRequest, idSchema, orphanView, releaseRequest, staffAttemptView } from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { attachOrphan, listOrphans, releaseOrphan } from "./orphans.ts";
import { viewAttemptsForStaff } from "./view-attempts.ts";

export const generationsAdminRouter = staffRouter({
  /** Where each try of a generation was sent, why there, and how it failed. */
  attempts: staffProcedure("ledger.read")
    .input(z.strictObject({ generationId: idSchema("generation") }))
    .output(z.array(staffAttemptView))
    .query(({ ctx, input }) => viewAttemptsForStaff(ctx.deps.db, input.generationId)),

  /** Jobs that may exist upstream and of which nobody knows the id. */
  orphans: staffProcedure("provider.read")
    .output(z.array(orphanView))
    .query(({ ctx }) => listOrphans(ctx.deps)),

  attach: staffProcedure("provider.change", "write")
    .input(attachRequest)
    .output(z.null())
    .mutation(({ ctx, input }) => attachOrphan(ctx.deps, ctx.actor, input).then(() => null)),

  release: staffProcedure("provider.change", "write")
    .input(releaseRequest)
    .output(z.null())
    .mutation(({ ctx, input }) => releaseOrphan(ctx.deps, ctx.actor, input).then(() => null)),
});
