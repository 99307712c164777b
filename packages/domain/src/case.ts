import * as z from "zod/mini";
import { conductKindSchema } from "./conduct.ts";
import { creditsSchema } from "./credits.ts";
import { creditLine } from "./generation.ts";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";
import { noteSchema } from "./note.ts";
import { pageQuestion } from "./page.ts";
import { casePicture } from "./picture.ts";
import { rulingView } from "./ruling.ts";
import { storefrontIdSchema } from "./storefront.ts";
import { signalSchema, violationCategories } from "./violation.ts";
import { entryView } from "./wallet.ts";

export const caseStates = ["open", "claimed", "decided", "closed"] as const;
export type CaseState = (typeof caseStates)[number];

export const strikeStates = ["pending", "counting", "void", "expired"] as const;
export type StrikeState = (typeof strikeStates)[number];

/**
 * What a case is about. `prompt`: whether a request was a breach. `shortfall`: money went back for credits that were used.
 * `fraud-warning`: a bank suspects a payment that it does not dispute yet. `account`: whether conduct broke the rules.
 */
export const caseKinds = ["prompt", "shortfall", "fraud-warning", "account"] as const;
export type CaseKind = (typeof caseKinds)[number];

/** A prompt's case ends confirmed or overturned; one about money is closed; one about an account confirmed, suspected or dismissed. */
export const caseOutcomes = ["confirmed", "overturned", "closed", "suspected", "dismissed"] as const;
const caseOutcome = z.enum(caseOutcomes);

export const caseSummary = z.object({
  id: idSchema("case"),
  kind: z.enum(caseKinds),
  state: z.enum(caseStates),
  storefront: storefrontIdSchema,
  memberId: idSchema("member"),
  /** Of a prompt's case. */
  generationId: z.nullable(idSchema("generation")),
  /** Of a case about money. */
  orderId: z.nullable(idSchema("order")),
  category: z.nullable(z.enum(violationCategories)),
  /** Of a case about an account. */
  conduct: z.nullable(conductKindSchema),
  /** Credits that wait for this decision. */
  creditsUnderReview: z.int(),
  openedAt: z.string(),
  dueAt: z.nullable(z.string()),
  outcome: z.nullable(caseOutcome),
});
export type CaseSummary = z.infer<typeof caseSummary>;

/** A place in a list of cases: when that case is due, or `later` where no clock runs, and the case itself. */
export const casePlaceSchema = z
  .string()
  .check(z.regex(/^(later|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/cas_[0-9a-f]{32}$/));

export const caseList = z.strictObject({
  state: z.optional(z.enum(["open", "decided"])),
  kind: z.optional(z.enum(caseKinds)),
  storefront: z.optional(storefrontIdSchema),
  ...pageQuestion(casePlaceSchema),
});

/** The appeal of a case's decision; its outcome is null while it waits. */
export const caseAppeal = z.nullable(z.object({ id: idSchema("appeal"), outcome: z.nullable(z.string()) }));

/** A case with a picture near one of another case's, and by how many of 256 bits. */
export const nearCase = z.extend(z.pick(caseSummary, { id: true, category: true, state: true, openedAt: true }), {
  bits: z.int(),
});
export type NearCase = z.infer<typeof nearCase>;

export const caseView = z.object({
  ...caseSummary.shape,
  kind: z.literal("prompt"),
  generationId: idSchema("generation"),
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
  appeal: caseAppeal,
  canDecide: z.boolean(),
  pictures: z.array(casePicture),
  /** Other requests' cases with a picture near one of these, the nearest first. */
  nearDuplicates: z.array(nearCase),
});
export type CaseView = z.infer<typeof caseView>;

/** What a case about money rests on. */
export const moneyFacts = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("shortfall"),
    /** Where the money went: a bank gave it back, or somebody did in the processor's dashboard. */
    by: z.enum(["dispute", "refund"]),
    amount: moneySchema,
    /** Credits of the order that went with it, and credits it was for that were used by then. */
    taken: creditsSchema,
    used: creditsSchema,
    /** What of the amount no credits went back for: the house's loss. */
    lost: moneySchema,
  }),
  z.object({
    kind: z.literal("fraud-warning"),
    amount: moneySchema,
    /** The bank's word for it. */
    fraudType: z.string(),
  }),
]);
export type MoneyFacts = z.infer<typeof moneyFacts>;

/** All that staff are shown of a case about money. */
export const moneyCaseView = z.object({
  ...caseSummary.shape,
  kind: z.enum(["shortfall", "fraud-warning"]),
  orderId: idSchema("order"),
  memberEmail: z.string(),
  packName: z.string(),
  facts: moneyFacts,
  closing: z.nullable(z.object({ by: z.string(), note: z.string(), at: z.string() })),
});
export type MoneyCaseView = z.infer<typeof moneyCaseView>;

export const closingRequest = z.strictObject({
  requestId: idSchema("request"),
  caseId: idSchema("case"),
  note: noteSchema(),
});
export type ClosingRequest = z.infer<typeof closingRequest>;

export const decisionRequest = z.strictObject({
  requestId: idSchema("request"),
  caseId: idSchema("case"),
  outcome: z.enum(["confirmed", "overturned"]),
  note: noteSchema(),
});
export type DecisionRequest = z.infer<typeof decisionRequest>;
