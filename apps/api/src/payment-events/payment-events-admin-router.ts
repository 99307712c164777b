import { hearAgainRequest, onePaymentEvent, pageOf, paymentEventList, paymentEventView } from "@covenant/domain";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { hearAgain } from "./hear-again.ts";
import { listPaymentEvents, viewPaymentEvent } from "./list-payment-events.ts";

export const paymentEventsAdminRouter = staffRouter({
  list: staffProcedure("order.read")
    .input(paymentEventList)
    .output(pageOf(paymentEventView))
    .query(({ ctx, input }) => listPaymentEvents(ctx.deps, input)),

  get: staffProcedure("order.read")
    .input(onePaymentEvent)
    .output(paymentEventView)
    .query(({ ctx, input }) => viewPaymentEvent(ctx.deps, input.eventId)),

  hearAgain: staffProcedure("order.refund", "write")
    .input(hearAgainRequest)
    .output(paymentEventView)
    .mutation(({ ctx, input }) => hearAgain(ctx.deps, ctx.actor, input)),
});
