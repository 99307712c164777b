import { standingView } from "@covenant/domain";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { viewStanding } from "./view-standing.ts";

export const standingRouter = memberRouter({
  /** One's own strikes and sanctions. A suspension does not close it. */
  mine: memberProcedure()
    .output(standingView)
    .query(({ ctx }) => viewStanding(ctx.deps, ctx.actor)),
});
