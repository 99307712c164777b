import { replayQuestion, replayView, storefrontIdSchema, termsVersionView } from "@covenant/domain";
import * as z from "zod";
import { listVersions } from "../terms/list-versions.ts";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { replayTerms } from "./replay-terms.ts";

export const replaysAdminRouter = staffRouter({
  /** The versions that a storefront's rulings can be held against. */
  versions: staffProcedure("terms.replay")
    .input(z.strictObject({ storefront: storefrontIdSchema }))
    .output(z.array(termsVersionView))
    .query(({ ctx, input }) => listVersions(ctx.deps, input.storefront)),
  /** What a version would have decided over the rulings of the last days. */
  get: staffProcedure("terms.replay")
    .input(replayQuestion)
    .output(replayView)
    .query(({ ctx, input }) => replayTerms(ctx.deps, input)),
});
