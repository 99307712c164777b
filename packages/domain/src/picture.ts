import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import { noteSchema } from "./note.ts";
import { violationCategories } from "./violation.ts";

/** Why a picture may not come back: somebody's claim on it, or what a moderator found. */
export const barSources = ["moderator", "takedown"] as const;
export type BarSource = (typeof barSources)[number];

/** A picture of a case as staff know it: what it is to the request and whether it is barred. Never the picture itself. */
export const casePicture = z.object({
  id: idSchema("imprint"),
  is: z.enum(["result", "upload", "withheld"]),
  /** Whether there is enough in it to know it again. */
  canBeKnown: z.boolean(),
  bar: z.nullable(
    z.object({
      id: idSchema("pictureBar"),
      category: z.enum(violationCategories),
      clauseId: z.string(),
      source: z.enum(barSources),
      by: z.string(),
      at: z.string(),
      note: z.string(),
    }),
  ),
});
export type CasePicture = z.infer<typeof casePicture>;

/** Bars a picture of a case, at every storefront and from now on. */
export const barRequest = z.strictObject({
  requestId: idSchema("request"),
  caseId: idSchema("case"),
  imprintId: idSchema("imprint"),
  category: z.enum(violationCategories),
  source: z.enum(barSources),
  note: noteSchema(),
});
export type BarRequest = z.infer<typeof barRequest>;

/** Ends a bar. */
export const unbarRequest = z.strictObject({ pictureBarId: idSchema("pictureBar"), note: noteSchema() });
export type UnbarRequest = z.infer<typeof unbarRequest>;
export const barReceipt = z.object({ pictureBarId: idSchema("pictureBar") });
