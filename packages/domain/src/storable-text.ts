import * as z from "zod/mini";

/** Text that the database can keep: PostgreSQL has no place for U+0000. */
export const storableText = z.refine<string>(
  (text) => !text.includes("\0"),
  "It has a character that cannot be kept (U+0000): take it out.",
);
