import * as z from "zod/mini";

/** A keyset page: the rows, and what to ask for next (null at the end). */
export function pageOf<Row extends z.core.$ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.nullable(z.string()) });
}
export type Page<Row> = { rows: Row[]; next: string | null };

/** The part of every list's question that says where to go on. The client library also sends which way it reads. */
export function pageQuestion<Cursor extends z.core.$ZodType>(cursor: Cursor) {
  return { cursor: z.optional(cursor), direction: z.optional(z.literal("forward")) };
}
