import { modelView } from "@covenant/domain";
import * as z from "zod";
import { memberRouter, visitorProcedure } from "../trpc/procedures.ts";
import { listModels } from "./list-models.ts";

export const modelsRouter = memberRouter({
  list: visitorProcedure()
    .output(z.array(modelView))
    .query(({ ctx }) => listModels(ctx.deps, { storefront: ctx.storefront, memberId: ctx.actor?.memberId ?? null })),
});
