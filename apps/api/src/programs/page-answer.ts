import * as z from "zod";

/** A page of a list: `next` goes into `after` for the page behind it, and is null at the end. */
export function pageAnswer<Row extends z.ZodType>(row: Row) {
  return z.object({ object: z.literal("list"), data: z.array(row), next: z.string().nullable() });
}
