import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";

/** The places a credit can be. The first three are the member's, the rest the house's. */
export const buckets = [
  "available",
  "held",
  "frozen",
  "issued",
  "spent",
  "expired",
  "reclaimed",
  "forfeited",
  "charged-back",
  "adjusted",
] as const;
export type Bucket = (typeof buckets)[number];

export const lotSources = ["pack", "subscription", "bonus", "goodwill"] as const;
export type LotSource = (typeof lotSources)[number];

export const entryKinds = [
  "grant",
  "hold",
  "review",
  "capture",
  "release",
  "pay-back",
  "expire",
  "reclaim",
  "unreclaim",
  "freeze",
  "unfreeze",
  "chargeback",
  "unchargeback",
  "forfeit",
  "restore",
  "adjust",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One row of the journal: credits that moved from one bucket to another. */
export const entryView = z.object({
  version: z.int(),
  kind: z.string(),
  from: z.enum(buckets),
  to: z.enum(buckets),
  credits: z.int(),
  availableAfter: z.int(),
  heldAfter: z.int(),
  /** What caused it: a generation's, order's or decision's id. */
  cause: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  at: z.string(),
});
export type EntryView = z.infer<typeof entryView>;

export const lotView = z.object({
  id: z.string(),
  source: z.enum(lotSources),
  /** The order that brought it and what was paid for it; null for a gift. */
  orderId: z.nullable(z.string()),
  paid: z.nullable(moneySchema),
  granted: z.int(),
  available: z.int(),
  held: z.int(),
  /** Set aside while a payment is disputed. */
  frozen: z.int(),
  expiresAt: z.nullable(z.string()),
  grantedAt: z.string(),
});
export type LotView = z.infer<typeof lotView>;

export const walletView = z.object({ available: z.int(), held: z.int(), frozen: z.int() });
export type WalletView = z.infer<typeof walletView>;

/** A lot with every place its credits are; `granted` is the sum of them all. */
export const lotDetail = z.extend(lotView, {
  memberId: idSchema("member"),
  spent: z.int(),
  expired: z.int(),
  reclaimed: z.int(),
  forfeited: z.int(),
  chargedBack: z.int(),
  adjusted: z.int(),
  /** What the payer's bank says of the payment; null when nothing. */
  dispute: z.nullable(z.enum(["open", "lost"])),
});
export type LotDetail = z.infer<typeof lotDetail>;

/** All that an entry says. */
export const entryDetail = z.extend(entryView, {
  memberId: idSchema("member"),
  frozenAfter: z.int(),
  lotId: z.nullable(z.string()),
  /** The order that brought the lot. */
  orderId: z.nullable(z.string()),
  holdId: z.nullable(z.string()),
  /** Of the operation it belongs to; null: the ledger moved credits of a due lot by itself. */
  key: z.nullable(z.string()),
  /** Covers what the entry says and, through the entry before it, all that came earlier. */
  hash: z.string(),
});
export type EntryDetail = z.infer<typeof entryDetail>;

/** How a hold stands, also when it has ended. */
export const holdView = z.object({
  id: idSchema("hold"),
  walletId: idSchema("member"),
  cause: z.string(),
  state: z.enum(["open", "captured", "released"]),
  credits: z.int(),
  captured: z.int(),
  released: z.int(),
  paidBack: z.int(),
  /** While a person decides: when the decision is due. */
  reviewUntil: z.nullable(z.string()),
  openedAt: z.string(),
  resolvedAt: z.nullable(z.string()),
});
export type HoldView = z.infer<typeof holdView>;

/** A wallet as the journal has it: what is in it, where the rest of what it ever got is, and how far its chain goes. */
export const walletDetail = z.extend(walletView, {
  memberId: idSchema("member"),
  granted: z.int(),
  spent: z.int(),
  expired: z.int(),
  reclaimed: z.int(),
  forfeited: z.int(),
  chargedBack: z.int(),
  adjusted: z.int(),
  /** Of the last entry; 0 before the first. */
  version: z.int(),
  head: z.nullable(z.string()),
  openedAt: z.string(),
  closedAt: z.nullable(z.string()),
});
export type WalletDetail = z.infer<typeof walletDetail>;
