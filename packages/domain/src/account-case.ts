import * as z from "zod/mini";
import { capabilitySchema } from "./capability.ts";
import { caseAppeal, caseSummary, caseView, moneyCaseView } from "./case.ts";
import { clauseCitation } from "./clause.ts";
import { conductFindings, conductKindSchema, dangers, sanctionKinds } from "./conduct.ts";
import { creditsSchema } from "./credits.ts";
import { idSchema } from "./ids.ts";
import { civilDate } from "./member.ts";
import { noteSchema } from "./note.ts";
import { rulingView } from "./ruling.ts";
import { recordView } from "./standing.ts";

/** Our written permission to resell, by civil days; its last day is null where it has no end. */
export const resalePermission = z.object({ from: civilDate, until: z.nullable(civilDate) });

/** What a case about an account rests on. */
export const accountFacts = z.object({
  conduct: conductKindSchema,
  openedBy: z.enum(["rule", "staff"]),
  /** What was seen, in words that the member reads. */
  seen: z.string(),
  /** When it happened; of a pattern the latest attempt. */
  occurredAt: z.string(),
  /** Of resale alone. */
  permission: z.nullable(resalePermission),
  /** Of a pattern: how many requests it consists of by now. */
  attempts: z.nullable(z.int()),
});
export type AccountFacts = z.infer<typeof accountFacts>;

export const accountCaseView = z.object({
  ...caseSummary.shape,
  kind: z.literal("account"),
  memberEmail: z.string(),
  facts: accountFacts,
  record: recordView,
  rulings: z.array(rulingView),
  decision: z.nullable(z.object({ outcome: z.string(), by: z.string(), note: z.string(), at: z.string() })),
  appeal: caseAppeal,
  canDecide: z.boolean(),
});
export type AccountCaseView = z.infer<typeof accountCaseView>;

/** The file of a case, by what it is about. */
export const caseFile = z.discriminatedUnion("kind", [caseView, moneyCaseView, accountCaseView]);

export const accountCaseRequest = z.strictObject({
  requestId: idSchema("request"),
  memberId: idSchema("member"),
  conduct: conductKindSchema,
  /** The member reads this once it is decided, so it names nobody else. */
  seen: noteSchema("Say what was seen."),
  /** The civil day it happened on. */
  occurredOn: civilDate,
  permission: z.nullable(resalePermission),
});
export type AccountCaseRequest = z.infer<typeof accountCaseRequest>;

/** The conduct that a storefront's terms give a consequence to today. */
export const conductChoices = z.array(z.object({ kind: conductKindSchema, label: z.string() }));

export const sanctionQuestion = z.strictObject({
  caseId: idSchema("case"),
  finding: z.enum(conductFindings),
  /** Null: what the conduct itself says, such as fraud. */
  danger: z.nullable(z.enum(dangers)),
});
export type SanctionQuestion = z.infer<typeof sanctionQuestion>;

/** What confirming a case would do now, with the notice word for word. */
export const sanctionPlanView = z.object({
  /** Null: nothing follows, and there is nothing to confirm. */
  sanction: z.nullable(z.enum([...sanctionKinds, "keys-end"])),
  endsAt: z.nullable(z.string()),
  strikeWeight: z.int(),
  weightAfter: z.int(),
  /** Credits that are forfeited; what is left at a later closing is not known yet. */
  forfeits: creditsSchema,
  effects: z.array(z.string()),
  statement: z.string(),
  clauses: z.array(clauseCitation),
  explanation: z.string(),
  /** Of all that is above: a decision sends it, so that it does what was shown or nothing. */
  digest: z.string(),
  /** The capability that confirming takes beside deciding cases; null where none is missing. */
  missing: z.nullable(capabilitySchema),
});
export type SanctionPlanView = z.infer<typeof sanctionPlanView>;

export const accountDecisionRequest = z.strictObject({
  requestId: idSchema("request"),
  ...sanctionQuestion.shape,
  digest: z.string().check(z.maxLength(64)),
  note: noteSchema(),
});
export type AccountDecisionRequest = z.infer<typeof accountDecisionRequest>;

export const dismissalRequest = z.strictObject({
  requestId: idSchema("request"),
  caseId: idSchema("case"),
  note: noteSchema(),
});
export type DismissalRequest = z.infer<typeof dismissalRequest>;
