import * as z from "zod/mini";

/** A keyset page: the rows, and what to ask for next (null at the end). */
export function pageOf<Row extends z.core.$ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.nullable(z.string()) });
}
export type Page<Row> = { rows: Row[]; next: string | null };
