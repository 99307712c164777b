import { idSchema, staffAttemptView } from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { viewAttemptsForStaff } from "./view-attempts.ts";

export const generationsAdminRouter = staffRouter({
  /** Where each try of a generation was sent, why there, and how it failed. */
  attempts: staffProcedure("ledger.read")
    .input(z.strictObject({ generationId: idSchema("generation") }))
    .output(z.array(staffAttemptView))
    .query(({ ctx, input }) => viewAttemptsForStaff(ctx.deps.db, input.generationId)),
});
