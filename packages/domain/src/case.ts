import * as z from "zod/mini";
import { creditLine } from "./generation.ts";
import { idSchema } from "./ids.ts";
import { pageQuestion } from "./page.ts";
import { rulingView } from "./ruling.ts";
import { storefrontIdSchema } from "./storefront.ts";
import { signalSchema, violationCategories } from "./violation.ts";
import { entryView } from "./wallet.ts";

export const caseStates = ["open", "claimed", "decided", "closed"] as const;
export type CaseState = (typeof caseStates)[number];

export const strikeStates = ["pending", "counting", "void", "expired"] as const;
export type StrikeState = (typeof strikeStates)[number];

export const caseSummary = z.object({
  id: idSchema("case"),
  state: z.enum(caseStates),
  storefront: storefrontIdSchema,
  memberId: idSchema("member"),
  generationId: idSchema("generation"),
  category: z.nullable(z.enum(violationCategories)),
  /** Credits that wait for this decision. */
  creditsUnderReview: z.int(),
  openedAt: z.string(),
  dueAt: z.nullable(z.string()),
  outcome: z.nullable(z.enum(["confirmed", "overturned"])),
});
export type CaseSummary = z.infer<typeof caseSummary>;

export const caseList = z.strictObject({
  state: z.optional(z.enum(["open", "decided"])),
  storefront: z.optional(storefrontIdSchema),
  ...pageQuestion(idSchema("case")),
});

export const caseView = z.object({
  ...caseSummary.shape,
  memberEmail: z.string(),
  modelName: z.string(),
  signals: z.array(signalSchema),
  /** Facts the ruling was made on, by name. */
  facts: z.record(z.string(), z.unknown()),
  rulings: z.array(rulingView),
  creditLines: z.array(creditLine),
  entries: z.array(entryView),
  strike: z.nullable(z.object({ id: idSchema("strike"), state: z.enum(strikeStates), weight: z.int() })),
  decision: z.nullable(
    z.object({ outcome: z.enum(["confirmed", "overturned"]), by: z.string(), note: z.string(), at: z.string() }),
  ),
  /** What each answer would do, said before it is given. */
  effects: z.object({ confirm: z.array(z.string()), overturn: z.array(z.string()) }),
  canDecide: z.boolean(),
});
export type CaseView = z.infer<typeof caseView>;

export const decisionRequest = z.strictObject({
  requestId: idSchema("request"),
  caseId: idSchema("case"),
  outcome: z.enum(["confirmed", "overturned"]),
  note: z.string().check(z.trim(), z.minLength(3), z.maxLength(2000)),
});
export type DecisionRequest = z.infer<typeof decisionRequest>;
