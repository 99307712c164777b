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
});
export type ExploredEntry = z.infer<typeof exploredEntry>;
