import { idSchema, orderRequest, orderView, packView, pageOf, pageQuestion } from "@covenant/domain";
import * as z from "zod";
import { whileSignedIn } from "../sessions/while-signed-in.ts";
import { memberProcedure, memberRouter, visitorProcedure } from "../trpc/procedures.ts";
import { listOrders } from "./list-orders.ts";
import { listPacks } from "./list-packs.ts";
import { placeOrder } from "./place-order.ts";
import { viewOwnOrder } from "./view-own-order.ts";
import { watchOrder } from "./watch-order.ts";

const oneOrder = z.strictObject({ orderId: idSchema("order") });

export const ordersRouter = memberRouter({
  packs: visitorProcedure()
    .output(z.array(packView))
    .query(({ ctx }) => listPacks(ctx.deps, ctx.storefront)),

  place: memberProcedure("spend")
    .input(orderRequest)
    .output(orderView)
    .mutation(({ ctx, input }) => placeOrder(ctx.deps, ctx.actor, input)),

  get: memberProcedure()
    .input(oneOrder)
    .output(orderView)
    .query(({ ctx, input }) => viewOwnOrder(ctx.deps.db, ctx.actor.memberId, input.orderId)),

  list: memberProcedure()
    .input(z.strictObject(pageQuestion(idSchema("order"))))
    .output(pageOf(orderView))
    .query(({ ctx, input }) => listOrders(ctx.deps, ctx.actor, input.cursor)),

  watch: memberProcedure()
    .input(oneOrder)
    .subscription(({ ctx, input, signal }) =>
      whileSignedIn(ctx, signal, (open) => watchOrder(ctx.deps, ctx.actor, input.orderId, open)),
    ),
});
