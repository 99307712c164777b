import { getBalance, listEntries, listLots } from "@covenant/db";
import { entryView, idSchema, lotView, pageOf, pageQuestion, walletView } from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";

const entriesAPage = 50;
const oneWallet = { memberId: idSchema("member") };

export const creditsAdminRouter = staffRouter({
  balance: staffProcedure("ledger.read")
    .input(z.strictObject(oneWallet))
    .output(walletView)
    .query(({ ctx, input }) => getBalance(ctx.deps.db, input.memberId)),

  lots: staffProcedure("ledger.read")
    .input(z.strictObject(oneWallet))
    .output(z.array(lotView))
    .query(({ ctx, input }) => listLots(ctx.deps.db, input.memberId)),

  entries: staffProcedure("ledger.read")
    .input(z.strictObject({ ...oneWallet, ...pageQuestion(z.string().regex(/^\d{1,18}$/)) }))
    .output(pageOf(entryView))
    .query(({ ctx, input: { memberId, cursor } }) =>
      listEntries(ctx.deps.db, {
        walletId: memberId,
        limit: entriesAPage,
        ...(cursor === undefined ? {} : { after: cursor }),
      }),
    ),
});
