import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import { orderStates } from "./order.ts";
import { storefrontIdSchema } from "./storefront.ts";
import { entryDetail, holdView, lotDetail, walletDetail } from "./wallet.ts";

// What staff find when they ask the ledger about one thing.

/** Whose wallet it is. */
export const walletOwner = z.object({
  memberId: idSchema("member"),
  email: z.string(),
  storefront: storefrontIdSchema,
});
export type WalletOwner = z.infer<typeof walletOwner>;

export const exploredWallet = z.object({ owner: walletOwner, wallet: walletDetail });
export type ExploredWallet = z.infer<typeof exploredWallet>;

export const exploredOrder = z.object({
  id: idSchema("order"),
  owner: walletOwner,
  packName: z.string(),
  state: z.enum(orderStates),
  placedAt: z.string(),
  lots: z.array(lotDetail),
});
export type ExploredOrder = z.infer<typeof exploredOrder>;

/** Holds of one cause and every entry that the cause brought about. */
export const exploredHolds = z.object({
  owner: walletOwner,
  holds: z.array(holdView),
  entries: z.array(entryDetail),
});
export type ExploredHolds = z.infer<typeof exploredHolds>;

/** An entry between its neighbours: its hash covers that of the one before it. */
export const exploredEntry = z.object({
  owner: walletOwner,
  entry: entryDetail,
  previousHash: z.nullable(z.string()),
  hasNext: z.boolean(),
  /** The number of the seal it is in; null while it is in none. */
  seal: z.nullable(z.int()),
  /** The case in which it was decided, where a decision caused it. */
  caseId: z.nullable(idSchema("case")),
});
export type ExploredEntry = z.infer<typeof exploredEntry>;

/** Entries of finished transactions, hashed together and chained to the seal before. */
export const sealDetail = z.object({
  number: z.int(),
  entries: z.int(),
  wallets: z.int(),
  /** Of the entries' transactions: the first that is in, and the first that is not. */
  fromTransaction: z.int(),
  toTransaction: z.int(),
  root: z.string(),
  /** Null for the first. */
  previous: z.nullable(z.string()),
  hash: z.string(),
  sealedAt: z.string(),
  hasNext: z.boolean(),
});
export type SealDetail = z.infer<typeof sealDetail>;
