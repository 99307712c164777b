import { modelFile, registryEdit, registryPlan, registryRequest } from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { applyEdit } from "./apply-edit.ts";
import { previewEdit } from "./plan-edit.ts";
import { readRegistry } from "./read-registry.ts";

export const registryAdminRouter = staffRouter({
  /** Every model of every storefront, whole, with all its prices. */
  models: staffProcedure("provider.read")
    .output(z.array(modelFile))
    .query(async ({ ctx }) => [...(await readRegistry(ctx.deps.db))]),

  /** What an edit would do; nothing is done. */
  preview: staffProcedure("provider.read")
    .input(registryEdit)
    .output(registryPlan)
    .query(({ ctx, input }) => previewEdit(ctx.deps, input)),

  /** Does what was looked at, and tells subscribers of prices that rise. */
  edit: staffProcedure("provider.change", "write")
    .input(registryRequest)
    .output(registryPlan)
    .mutation(({ ctx, input }) => applyEdit(ctx.deps, ctx.actor, input)),
});
