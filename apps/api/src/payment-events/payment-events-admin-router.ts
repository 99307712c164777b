import {
  hearAgainRequest,
  onePaymentEvent,
  pageOf,
  paymentEventList,
  paymentEventView,
  unsignedEventsView,
} from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import { hearAgain } from "./hear-again.ts";
import { listPaymentEvents, viewPaymentEvent } from "./list-payment-events.ts";
import { readUnsigned } from "./unsigned-events.ts";

export const paymentEventsAdminRouter = staffRouter({
  list: staffProcedure("order.read")
    .input(paymentEventList)
    .output(pageOf(paymentEventView))
    .query(({ ctx, input }) => listPaymentEvents(ctx.deps, input)),

  /** Webhooks of the last days whose signature did not hold; null where there were none. */
  unsigned: staffProcedure("order.read")
    .output(z.nullable(unsignedEventsView))
    .query(({ ctx }) => readUnsigned(ctx.deps)),

  get: staffProcedure("order.read")
    .input(onePaymentEvent)
    .output(paymentEventView)
    .query(({ ctx, input }) => viewPaymentEvent(ctx.deps, input.eventId)),

  hearAgain: staffProcedure("order.refund", "write")
    .input(hearAgainRequest)
    .output(paymentEventView)
    .mutation(({ ctx, input }) => hearAgain(ctx.deps, ctx.actor, input)),
});
