import * as z from "zod/mini";
import { clauseCitation } from "./clause.ts";

/** Civil days are `2026-05-21`, in the storefront's zone. */
const civilDay = z.string();

/** Whether another version has taken its place, it rules now, or it is told of and begins later. */
export const termsStates = ["earlier", "in-force", "announced"] as const;

const weight = z.enum(["material", "editorial"]);

/** A dated version of a storefront's terms. */
export const termsVersionView = z.object({
  /** Its first civil day of force, which is its name. */
  version: civilDay,
  announcedOn: civilDay,
  /** The first civil day on which another version is in force; null while none follows. */
  endsOn: z.nullable(civilDay),
  state: z.enum(termsStates),
  /** Whether it changes what applies or only words; null for the first version. */
  weight: z.nullable(weight),
  /** What it changes, in a phrase; null for the first version. */
  inShort: z.nullable(z.string()),
});
export type TermsVersionView = z.infer<typeof termsVersionView>;

/** Whether the terms in force hold for a member, are accepted by what they ask for next, or are asked for first. */
export const termsAcceptance = z.enum(["stands", "by-use", "ask"]);

/** The next version, as everybody is told of it before its day. */
export const announcedTermsView = z.object({
  version: civilDay,
  inShort: z.string(),
  /** How members accept it from its day on: not at all, by the first start, or by being asked. */
  accepted: termsAcceptance,
});
export type AnnouncedTermsView = z.infer<typeof announcedTermsView>;

/** A run of words that two wordings share, or that only one of them has. */
export const markedWords = z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() });
export type MarkedWords = z.infer<typeof markedWords>;

/** What a version changes to the one before, clause by clause. */
export const termsDifferenceView = z.object({
  from: civilDay,
  to: civilDay,
  weight,
  changes: z.array(
    z.object({
      kind: z.enum(["added", "removed", "reworded"]),
      weight,
      /** The document the clause stands in, by name. */
      document: z.string(),
      /** Why it matters to a member; null where it is only words. */
      matters: z.nullable(z.string()),
      before: z.nullable(clauseCitation),
      after: z.nullable(clauseCitation),
      title: z.array(markedWords),
      text: z.array(markedWords),
    }),
  ),
});
export type TermsDifferenceView = z.infer<typeof termsDifferenceView>;

export const termsVersionQuestion = z.strictObject({ version: z.string().check(z.maxLength(40)) });
