import {
  findSealDetail,
  getBalance,
  listEntryDetails,
  listHolds,
  listLotDetails,
  listLots,
  listSealEntries,
} from "@covenant/db";
import {
  buckets,
  entryDetail,
  entryKinds,
  exploredEntry,
  exploredHolds,
  exploredOrder,
  exploredWallet,
  holdView,
  idSchema,
  lotDetail,
  lotView,
  pageOf,
  pageQuestion,
  sealDetail,
  walletOwner,
  walletView,
} from "@covenant/domain";
import * as z from "zod";
import { staffProcedure, staffRouter } from "../trpc/procedures.ts";
import {
  exploreEntry,
  exploreGeneration,
  exploreHold,
  exploreOrder,
  exploreWallet,
  findWallets,
  listOrderEntries,
} from "./explore-ledger.ts";

const entriesAPage = 50;
const holdsAPage = 20;
const oneWallet = { memberId: idSchema("member") };
const oneSeal = { number: z.int().min(1) };
const byVersion = pageQuestion(z.string().regex(/^\d{1,15}$/));
const filters = { kind: z.optional(z.enum(entryKinds)), bucket: z.optional(z.enum(buckets)) };

export const creditsAdminRouter = staffRouter({
  balance: staffProcedure("ledger.read")
    .input(z.strictObject(oneWallet))
    .output(walletView)
    .query(({ ctx, input }) => getBalance(ctx.deps.db, input.memberId)),

  /** What can be spent, in the order in which it is. */
  lots: staffProcedure("ledger.read")
    .input(z.strictObject(oneWallet))
    .output(z.array(lotView))
    .query(({ ctx, input }) => listLots(ctx.deps.db, input.memberId)),

  /** Every lot there ever was. */
  lotHistory: staffProcedure("ledger.read")
    .input(z.strictObject({ ...oneWallet, ...byVersion }))
    .output(pageOf(lotDetail))
    .query(({ ctx, input: { memberId, cursor } }) =>
      listLotDetails(ctx.deps.db, { walletId: memberId, after: cursor, limit: entriesAPage }),
    ),

  holds: staffProcedure("ledger.read")
    .input(z.strictObject({ ...oneWallet, ...byVersion }))
    .output(pageOf(holdView))
    .query(({ ctx, input: { memberId, cursor } }) =>
      listHolds(ctx.deps.db, { walletId: memberId, after: cursor, limit: holdsAPage }),
    ),

  entries: staffProcedure("ledger.read")
    .input(z.strictObject({ ...oneWallet, ...filters, ...byVersion }))
    .output(pageOf(entryDetail))
    .query(({ ctx, input: { memberId, kind, bucket, cursor } }) =>
      listEntryDetails(ctx.deps.db, { walletId: memberId, kind, bucket, after: cursor, limit: entriesAPage }),
    ),

  findWallets: staffProcedure("ledger.read")
    .input(z.strictObject({ email: z.string().max(254) }))
    .output(z.array(walletOwner))
    .query(({ ctx, input }) => findWallets(ctx.deps, input.email)),

  wallet: staffProcedure("ledger.read")
    .input(z.strictObject(oneWallet))
    .output(exploredWallet)
    .query(({ ctx, input }) => exploreWallet(ctx.deps, input.memberId)),

  order: staffProcedure("ledger.read")
    .input(z.strictObject({ orderId: idSchema("order") }))
    .output(exploredOrder)
    .query(({ ctx, input }) => exploreOrder(ctx.deps, input.orderId)),

  orderEntries: staffProcedure("ledger.read")
    .input(z.strictObject({ orderId: idSchema("order"), ...filters, ...byVersion }))
    .output(pageOf(entryDetail))
    .query(({ ctx, input: { orderId, kind, bucket, cursor } }) =>
      listOrderEntries(ctx.deps, { orderId, kind, bucket, after: cursor, limit: entriesAPage }),
    ),

  hold: staffProcedure("ledger.read")
    .input(z.strictObject({ holdId: idSchema("hold") }))
    .output(exploredHolds)
    .query(({ ctx, input }) => exploreHold(ctx.deps, input.holdId)),

  generation: staffProcedure("ledger.read")
    .input(z.strictObject({ generationId: idSchema("generation") }))
    .output(exploredHolds)
    .query(({ ctx, input }) => exploreGeneration(ctx.deps, input.generationId)),

  entry: staffProcedure("ledger.read")
    .input(z.strictObject({ ...oneWallet, version: z.int().min(1) }))
    .output(exploredEntry)
    .query(({ ctx, input }) => exploreEntry(ctx.deps, input)),

  /** Null where nothing was sealed under the number yet. */
  findSeal: staffProcedure("ledger.read")
    .input(z.strictObject(oneSeal))
    .output(z.nullable(sealDetail))
    .query(({ ctx, input }) => findSealDetail(ctx.deps.db, input.number)),

  sealEntries: staffProcedure("ledger.read")
    .input(z.strictObject({ ...oneSeal, ...pageQuestion(z.string().regex(/^mem_[0-9a-f]{32} \d{1,15}$/)) }))
    .output(pageOf(entryDetail))
    .query(({ ctx, input: { number, cursor } }) =>
      listSealEntries(ctx.deps.db, { number, after: cursor, limit: entriesAPage }),
    ),
});
