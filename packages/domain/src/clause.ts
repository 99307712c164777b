import * as z from "zod/mini";

/** A clause as a ruling cites it and a page shows it: the words of the version that was in force. */
export const clauseCitation = z.object({
  /** `IAI-4.2`; never reused. */
  id: z.string(),
  title: z.string(),
  /** The house's own words. */
  text: z.string(),
  termsVersion: z.string(),
  /** `stated` in the storefront's documents, `interpreted` by the house, or `assumed` as ordinary practice. */
  source: z.enum(["stated", "interpreted", "assumed", "law"]),
  /** Path on the storefront: `/legal/terms#IAI-4.2`. */
  path: z.string(),
});
export type ClauseCitation = z.infer<typeof clauseCitation>;
