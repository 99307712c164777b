import { appealedThing, appealPage, appealRequest, closedAppealRequest, idSchema } from "@covenant/domain";
import * as z from "zod";
import { memberProcedure, memberRouter, visitorProcedure } from "../trpc/procedures.ts";
import { appealClosing } from "./appeal-closing.ts";
import { makeAppeal } from "./make-appeal.ts";
import { viewAppealPage } from "./view-appeal-page.ts";

export const appealsRouter = memberRouter({
  /** A decision and how it stands to an appeal. No restriction of the account closes it. */
  page: memberProcedure()
    .input(z.strictObject({ about: appealedThing }))
    .output(appealPage)
    .query(({ ctx, input }) => viewAppealPage(ctx.deps, ctx.actor, input.about)),

  make: memberProcedure("write")
    .input(appealRequest)
    .output(z.object({ appealId: idSchema("appeal") }))
    .mutation(({ ctx, input }) => makeAppeal(ctx.deps, ctx.actor, input)),

  /** For whoever knows the password of an account that a decision closed: appeals it, and says how the appeal stands. */
  closing: visitorProcedure("guess")
    .input(closedAppealRequest)
    .output(appealPage)
    .mutation(({ ctx, input }) => appealClosing(ctx, ctx.storefront, input)),
});
