import { overviewView } from "@covenant/domain";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { readOverview } from "./read-overview.ts";

export const overviewAdminRouter = staffRouter({
  get: staffProcedure("overview.read")
    .output(overviewView)
    .query(({ ctx }) => readOverview(ctx.deps)),
});
