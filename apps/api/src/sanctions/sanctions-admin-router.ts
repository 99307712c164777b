import { idSchema, recordView, undoRequest } from "@covenant/domain";
import * as z from "zod";
import { viewRecord } from "../standing/view-record.ts";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { liftSanction, withdrawTermination } from "./undo-sanction.ts";

const oneSanction = z.object({ sanctionId: idSchema("sanction") });

export const sanctionsAdminRouter = staffRouter({
  /** Strikes and sanctions of a member, and what counts now. */
  ofMember: staffProcedure("member.read")
    .input(z.strictObject({ memberId: idSchema("member") }))
    .output(recordView)
    .query(({ ctx, input }) => viewRecord(ctx.deps.db, input.memberId, ctx.deps.clock.now())),

  /** Lifts a limit or a suspension. */
  lift: staffProcedure("suspension.lift", "write")
    .input(undoRequest)
    .output(oneSanction)
    .mutation(({ ctx, input }) => liftSanction(ctx.deps, ctx.actor, input)),

  /** Withdraws a closing before its day. */
  withdraw: staffProcedure("member.terminate", "write")
    .input(undoRequest)
    .output(oneSanction)
    .mutation(({ ctx, input }) => withdrawTermination(ctx.deps, ctx.actor, input)),
});
