import { purgeReceipt, uploadDiscardRequest } from "@covenant/domain";
import * as z from "zod";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { discardUpload } from "./discard-upload.ts";

/** What a member does with the files they gave us; giving one is a route of its own, since files are not JSON. */
export const uploadsRouter = memberRouter({
  discard: memberProcedure("write")
    .input(uploadDiscardRequest)
    .output(z.nullable(purgeReceipt))
    .mutation(({ ctx, input }) => discardUpload(ctx.deps, ctx.actor, input)),
});
