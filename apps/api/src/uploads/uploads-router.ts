import { arrivalFinishRequest, purgeReceipt, uploadDiscardRequest, uploadView } from "@covenant/domain";
import * as z from "zod";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { discardUpload } from "./discard-upload.ts";
import { finishArrival } from "./finish-arrival.ts";

/** What a member does with the files they gave us; giving one is a route of its own, since files are not JSON. */
export const uploadsRouter = memberRouter({
  finish: memberProcedure("write")
    .input(arrivalFinishRequest)
    .output(uploadView)
    .mutation(({ ctx, input }) => finishArrival(ctx.deps, ctx.actor, input)),
  discard: memberProcedure("write")
    .input(uploadDiscardRequest)
    .output(z.nullable(purgeReceipt))
    .mutation(({ ctx, input }) => discardUpload(ctx.deps, ctx.actor, input)),
});
