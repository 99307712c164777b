import { getBalance, listLots } from "@covenant/db";
import {
  idSchema,
  lotView,
  pageOf,
  pageQuestion,
  statementEntry,
  statementMonths,
  statementView,
  walletView,
} from "@covenant/domain";
import * as z from "zod";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";
import { listOwnOrderEntries } from "./list-own-order-entries.ts";
import { listStatementMonths } from "./statement-month.ts";
import { listStatementEntries, viewStatement } from "./view-statement.ts";

/** What is no month is refused with the same sentence wherever it is asked for. */
const oneMonth = { month: z.string().max(20) };
const byVersion = pageQuestion(z.string().regex(/^\d{1,15}$/));

export const creditsRouter = memberRouter({
  balance: memberProcedure()
    .output(walletView)
    .query(({ ctx }) => getBalance(ctx.deps.db, ctx.actor.memberId)),

  lots: memberProcedure()
    .output(z.array(lotView))
    .query(({ ctx }) => listLots(ctx.deps.db, ctx.actor.memberId)),

  statementMonths: memberProcedure()
    .output(statementMonths)
    .query(({ ctx }) => listStatementMonths(ctx.deps, ctx.actor)),

  statement: memberProcedure()
    .input(z.strictObject(oneMonth))
    .output(statementView)
    .query(({ ctx, input }) => viewStatement(ctx.deps, ctx.actor, input.month)),

  orderEntries: memberProcedure()
    .input(z.strictObject({ orderId: idSchema("order"), ...byVersion }))
    .output(pageOf(statementEntry))
    .query(({ ctx, input }) => listOwnOrderEntries(ctx.deps, ctx.actor, input)),

  entries: memberProcedure()
    .input(z.strictObject({ ...oneMonth, ...byVersion }))
    .output(pageOf(statementEntry))
    .query(({ ctx, input }) => listStatementEntries(ctx.deps, ctx.actor, input)),
});
