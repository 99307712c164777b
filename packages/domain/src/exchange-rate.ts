import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import { noteSchema } from "./note.ts";
import { storefrontIdSchema } from "./storefront.ts";

/** Units of the currency charged for one of the price's: a decimal without signs, "7.1234". */
export const rateSchema = z.string().check(z.regex(/^[1-9]\d{0,3}\.\d{1,6}$/, "A rate like 7.20."));

/** A rate that orders are charged at from a moment on. A new one is a new row; orders keep theirs. */
export const exchangeRateView = z.object({
  id: idSchema("exchangeRate"),
  rate: z.string(),
  effectiveAt: z.string(),
  /** Where it was read. */
  source: z.string(),
  setBy: z.nullable(z.string()),
  setAt: z.string(),
});
export type ExchangeRateView = z.infer<typeof exchangeRateView>;

/** The rates of a storefront that is paid in another currency, the newest first. */
export const exchangeRateFile = z.object({
  storefront: storefrontIdSchema,
  base: z.string(),
  quote: z.string(),
  /** The one that orders are charged at now; null where none holds yet. */
  inForce: z.nullable(idSchema("exchangeRate")),
  /** Whole days since it was set or began to hold, and whether that is too long. */
  ageDays: z.int(),
  isStale: z.boolean(),
  rates: z.array(exchangeRateView),
});
export type ExchangeRateFile = z.infer<typeof exchangeRateFile>;

export const exchangeRateRequest = z.strictObject({
  requestId: idSchema("request"),
  storefront: storefrontIdSchema,
  rate: rateSchema,
  /** From when it holds, with its offset from UTC; absent for at once. Not in the past. */
  effectiveAt: z.optional(z.iso.datetime({ offset: true })),
  source: noteSchema("Say where it was read."),
});
export type ExchangeRateRequest = z.infer<typeof exchangeRateRequest>;
