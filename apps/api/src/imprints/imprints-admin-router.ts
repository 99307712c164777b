import { barReceipt, barRequest, unbarRequest } from "@covenant/domain";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { barPicture } from "./bar-picture.ts";
import { unbarPicture } from "./unbar-picture.ts";

export const imprintsAdminRouter = staffRouter({
  /** Keeps pictures near one of a case from coming back. */
  bar: staffProcedure("picture.bar", "write")
    .input(barRequest)
    .output(barReceipt)
    .mutation(({ ctx, input }) => barPicture(ctx.deps, ctx.actor, input)),

  unbar: staffProcedure("picture.bar", "write")
    .input(unbarRequest)
    .output(barReceipt)
    .mutation(({ ctx, input }) => unbarPicture(ctx.deps, ctx.actor, input)),
});
