import { getBalance, listEntries, listLots } from "@covenant/db";
import { entryView, lotView, pageOf, pageQuestion, walletView } from "@covenant/domain";
import * as z from "zod";
import { memberProcedure, memberRouter } from "../trpc/procedures.ts";

const entriesAPage = 50;

export const creditsRouter = memberRouter({
  balance: memberProcedure()
    .output(walletView)
    .query(({ ctx }) => getBalance(ctx.deps.db, ctx.actor.memberId)),

  lots: memberProcedure()
    .output(z.array(lotView))
    .query(({ ctx }) => listLots(ctx.deps.db, ctx.actor.memberId)),

  entries: memberProcedure()
    .input(z.strictObject(pageQuestion(z.string().regex(/^\d{1,18}$/))))
    .output(pageOf(entryView))
    .query(({ ctx, input: { cursor } }) =>
      listEntries(ctx.deps.db, {
        walletId: ctx.actor.memberId,
        limit: entriesAPage,
        ...(cursor === undefined ? {} : { after: cursor }),
      }),
    ),
});
