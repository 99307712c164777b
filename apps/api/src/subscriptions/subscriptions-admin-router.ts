import {
  cancellationPlanView,
  cancellationQuestion,
  cancellationRequest,
  idSchema,
  subscriptionFile,
} from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { cancelByMail } from "./cancel-by-mail.ts";
import { listSubscriptions } from "./list-subscriptions.ts";
import { previewCancellation } from "./preview-cancellation.ts";

export const subscriptionsAdminRouter = staffRouter({
  /** A member's, the newest first. */
  ofMember: staffProcedure("order.read")
    .input(z.strictObject({ memberId: idSchema("member") }))
    .output(z.array(subscriptionFile))
    .query(({ ctx, input }) => listSubscriptions(ctx.deps, input.memberId)),

  /** What a cancellation by mail would do; nothing is done. */
  previewCancellation: staffProcedure("order.read")
    .input(cancellationQuestion)
    .output(cancellationPlanView)
    .query(({ ctx, input }) => previewCancellation(ctx.deps, input)),

  cancel: staffProcedure("subscription.cancel", "write")
    .input(cancellationRequest)
    .output(subscriptionFile)
    .mutation(({ ctx, input }) => cancelByMail(ctx.deps, ctx.actor, input)),
});
