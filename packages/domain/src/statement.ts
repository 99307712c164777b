import * as z from "zod/mini";
import { buckets, entryView, lotDetail, walletView } from "./wallet.ts";

/** All entries of a period that moved credits the same way, taken together. */
export const statementTotal = z.object({
  kind: z.string(),
  from: z.enum(buckets),
  to: z.enum(buckets),
  entries: z.int(),
  credits: z.int(),
});
export type StatementTotal = z.infer<typeof statementTotal>;

/** A wallet over one calendar month. What was there at first, and every total, add up to what was there at the end. */
export const statementView = z.object({
  /** `2026-11` */
  month: z.string(),
  /** The IANA zone whose calendar it is. */
  zone: z.string(),
  from: z.string(),
  until: z.string(),
  /** Whether the month is over, so that no entry can be added to it. */
  isOver: z.boolean(),
  /** The moment it says how things stand at: the end of a month that is over, else now. */
  asOf: z.string(),
  opening: walletView,
  closing: walletView,
  totals: z.array(statementTotal),
  entries: z.int(),
  /** Of the period's entries; null where there are none. */
  versions: z.nullable(z.object({ first: z.int(), last: z.int() })),
  /** Hash of the last entry at the end of the period, to which every earlier one is chained; null before the first. */
  head: z.nullable(z.string()),
  /** Lots with credits at the end, or with entries in the period, as they were at its end. */
  lots: z.array(lotDetail),
});
export type StatementView = z.infer<typeof statementView>;

/** An entry as a member reads it. */
export const statementEntry = z.extend(entryView, {
  frozenAfter: z.int(),
  /** What it was for, where a page shows it. */
  about: z.nullable(z.object({ noun: z.enum(["generation", "order", "sanction"]), id: z.string() })),
});
export type StatementEntry = z.infer<typeof statementEntry>;

/** Months a member has statements of, the newest first. */
export const statementMonths = z.object({ zone: z.string(), months: z.array(z.string()) });
