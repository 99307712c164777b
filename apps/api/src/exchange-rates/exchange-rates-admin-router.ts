import { exchangeRateFile, exchangeRateRequest } from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { listRates } from "./list-rates.ts";
import { setRate } from "./set-rate.ts";

export const exchangeRatesAdminRouter = staffRouter({
  list: staffProcedure("order.read")
    .output(z.array(exchangeRateFile))
    .query(({ ctx }) => listRates(ctx.deps)),

  set: staffProcedure("price.change", "write")
    .input(exchangeRateRequest)
    .output(exchangeRateFile)
    .mutation(({ ctx, input }) => setRate(ctx.deps, ctx.actor, input)),
});
