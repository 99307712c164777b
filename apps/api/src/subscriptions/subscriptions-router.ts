import {
  idSchema,
  planChangeQuestion,
  planChangeRequest,
  planChangeView,
  subscriptionRequest,
  subscriptionView,
} from "@covenant/domain";
import * as z from "zod";
import { whileSignedIn } from "../sessions/while-signed-in.ts";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { cancelOwnSubscription } from "./cancel-own-subscription.ts";
import { changePlan } from "./change-plan.ts";
import { keepSubscription } from "./keep-subscription.ts";
import { openPortal } from "./open-portal.ts";
import { previewPlanChange } from "./preview-plan-change.ts";
import { subscribe } from "./subscribe.ts";
import { viewOwnSubscription } from "./view-own-subscription.ts";
import { watchSubscription } from "./watch-subscription.ts";

export const subscriptionsRouter = memberRouter({
  subscribe: memberProcedure("spend")
    .input(subscriptionRequest)
    .output(subscriptionView)
    .mutation(({ ctx, input }) => subscribe(ctx.deps, ctx.actor, input)),

  /** The one that has not ended, else the last that has; null where there was none. */
  mine: memberProcedure()
    .output(z.nullable(subscriptionView))
    .query(({ ctx }) => viewOwnSubscription(ctx.deps, ctx.actor)),

  watch: memberProcedure()
    .input(z.strictObject({ subscriptionId: idSchema("subscription") }))
    .subscription(({ ctx, input, signal }) =>
      whileSignedIn(ctx, signal, (open) => watchSubscription(ctx.deps, ctx.actor, input.subscriptionId, open)),
    ),

  previewChange: memberProcedure("spend")
    .input(planChangeQuestion)
    .output(planChangeView)
    .mutation(({ ctx, input }) => previewPlanChange(ctx.deps, ctx.actor, input)),

  change: memberProcedure("spend")
    .input(planChangeRequest)
    .output(subscriptionView)
    .mutation(({ ctx, input }) => changePlan(ctx.deps, ctx.actor, input)),

  cancel: memberProcedure("write")
    .output(subscriptionView)
    .mutation(({ ctx }) => cancelOwnSubscription(ctx.deps, ctx.actor)),

  keep: memberProcedure("write")
    .output(subscriptionView)
    .mutation(({ ctx }) => keepSubscription(ctx.deps, ctx.actor)),

  /** The address of the processor's page for the card and invoices. */
  portal: memberProcedure("write")
    .output(z.object({ url: z.string() }))
    .mutation(({ ctx }) => openPortal(ctx.deps, ctx.actor)),
});
