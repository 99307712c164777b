import { planView } from "@covenant/domain";
import * as z from "zod";
import { memberRouter, visitorProcedure } from "../trpc/procedures.ts";
import { listPlans } from "./list-plans.ts";

export const plansRouter = memberRouter({
  list: visitorProcedure()
    .output(z.array(planView))
    .query(({ ctx }) => listPlans(ctx.deps, ctx.storefront)),
});
