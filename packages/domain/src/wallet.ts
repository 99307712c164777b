import * as z from "zod/mini";

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
] as const;
export type Bucket = (typeof buckets)[number];

export const lotSources = ["pack", "subscription", "bonus", "goodwill"] as const;
export type LotSource = (typeof lotSources)[number];

export const entryKinds = ["grant", "hold", "capture", "release", "pay-back", "expire"] as const;

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
  granted: z.int(),
  available: z.int(),
  held: z.int(),
  expiresAt: z.nullable(z.string()),
  grantedAt: z.string(),
});
export type LotView = z.infer<typeof lotView>;

export const walletView = z.object({ available: z.int(), held: z.int(), frozen: z.int() });
export type WalletView = z.infer<typeof walletView>;
