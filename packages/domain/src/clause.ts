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
  /** Path on the storefront, at the version that is cited: `/legal/terms/2026-05-21#IAI-4.2`. */
  path: z.string(),
});
export type ClauseCitation = z.infer<typeof clauseCitation>;

/** A legal page of a storefront: one document's clauses, each with the anchor that rulings link to. */
export const legalPageView = z.object({
  document: z.string(),
  title: z.string(),
  path: z.string(),
  termsVersion: z.string(),
  /**
   * `acts` says that the software does what the clause says; `since` and `until` are the civil days on which its wording
   * begins and ends.
   */
  clauses: z.array(z.extend(clauseCitation, { acts: z.boolean(), since: z.string(), until: z.nullable(z.string()) })),
});
export type LegalPageView = z.infer<typeof legalPageView>;
