import * as z from "zod/mini";
import { clauseCitation } from "./clause.ts";
import { creditsSchema } from "./credits.ts";
import { idSchema } from "./ids.ts";
import { emailSchema } from "./member.ts";
import { noteSchema } from "./note.ts";
import { pageQuestion } from "./page.ts";
import { rulingView } from "./ruling.ts";
import { storefrontIdSchema } from "./storefront.ts";

export const appealStates = ["received", "looking", "decided"] as const;
/** `looking`: a person of the staff has taken it up. */
export type AppealState = (typeof appealStates)[number];

export const appealOutcomes = ["upheld", "rejected"] as const;
/** `upheld`: the member was right, and what the decision took is put back. */
export type AppealOutcome = (typeof appealOutcomes)[number];

/** What an appeal is about, as a link names it: a stopped request, or the file of a decision about the account. */
export const appealedThing = z.union([idSchema("generation"), idSchema("case")]);
export type AppealedThing = z.infer<typeof appealedThing>;

/** An appeal as its member sees it. */
export const ownAppeal = z.object({
  id: idSchema("appeal"),
  state: z.enum(appealStates),
  words: z.string(),
  receivedAt: z.string(),
  /** By when it is answered. */
  dueAt: z.string(),
  /** Null until it is decided. */
  outcome: z.nullable(z.enum(appealOutcomes)),
  decidedAt: z.nullable(z.string()),
  reasons: z.nullable(z.string()),
  /** What came back and what could not, a sentence each. */
  receipts: z.array(z.string()),
});
export type OwnAppeal = z.infer<typeof ownAppeal>;

/** How a decision stands to an appeal: until when it is open, and the appeal that was made. */
export const appealOffer = z.object({
  about: appealedThing,
  /** The end of the last day. */
  until: z.string(),
  isOpen: z.boolean(),
  appeal: z.nullable(ownAppeal),
});
export type AppealOffer = z.infer<typeof appealOffer>;

/** The page on which a decision is appealed. */
export const appealPage = z.object({
  ...appealOffer.shape,
  /** What was decided, as a heading. */
  title: z.string(),
  /** The statement of reasons as it was given. */
  statement: z.string(),
  clauses: z.array(clauseCitation),
  toldAt: z.string(),
  /** What the terms say of the time to appeal. */
  explanation: z.string(),
  generationId: z.nullable(idSchema("generation")),
});
export type AppealPage = z.infer<typeof appealPage>;

export const appealWords = noteSchema("Say in your own words why the decision is wrong.");

export const appealRequest = z.strictObject({
  requestId: idSchema("request"),
  about: appealedThing,
  words: appealWords,
});
export type AppealRequest = z.infer<typeof appealRequest>;

/** Who cannot sign in any more proves who they are once, with the password of the closed account. */
export const closedAppealRequest = z.strictObject({
  requestId: idSchema("request"),
  email: emailSchema,
  password: z.string().check(z.maxLength(256)),
  /** Null: only to see how the appeal stands. */
  words: z.nullable(appealWords),
});
export type ClosedAppealRequest = z.infer<typeof closedAppealRequest>;

export const appealSummary = z.object({
  id: idSchema("appeal"),
  storefront: storefrontIdSchema,
  memberId: idSchema("member"),
  caseId: idSchema("case"),
  /** What was decided, as a heading. */
  title: z.string(),
  state: z.enum(appealStates),
  receivedAt: z.string(),
  dueAt: z.string(),
  outcome: z.nullable(z.enum(appealOutcomes)),
});
export type AppealSummary = z.infer<typeof appealSummary>;

export const appealList = z.strictObject({
  state: z.optional(z.enum(["open", "decided"])),
  storefront: z.optional(storefrontIdSchema),
  ...pageQuestion(idSchema("appeal")),
});

/** An appeal as staff see it. */
export const appealFile = z.object({
  ...appealSummary.shape,
  memberEmail: z.string(),
  words: z.string(),
  statement: z.string(),
  toldAt: z.string(),
  generationId: z.nullable(idSchema("generation")),
  /** Who took the decision; null where only a machine did so far. */
  decidedBy: z.nullable(z.object({ name: z.string(), outcome: z.string(), note: z.string(), at: z.string() })),
  takenBy: z.nullable(z.string()),
  rulings: z.array(rulingView),
  decision: z.nullable(
    z.object({
      outcome: z.enum(appealOutcomes),
      by: z.string(),
      reasons: z.string(),
      receipts: z.array(z.string()),
      at: z.string(),
    }),
  ),
  /** Why whoever asks cannot decide it; null where they can. */
  against: z.nullable(z.string()),
});
export type AppealFile = z.infer<typeof appealFile>;

export const appealQuestion = z.strictObject({ appealId: idSchema("appeal"), outcome: z.enum(appealOutcomes) });
export type AppealQuestionAsked = z.infer<typeof appealQuestion>;

/** What an answer would do now, sentence by sentence; the member reads the same as receipts. */
export const appealPlanView = z.object({
  effects: z.array(z.string()),
  /** Credits that come back. */
  returns: creditsSchema,
  clauses: z.array(clauseCitation),
  explanation: z.string(),
  /** Of all that is above: a decision sends it, so that it does what was shown or nothing. */
  digest: z.string(),
});
export type AppealPlanView = z.infer<typeof appealPlanView>;

export const appealDecisionRequest = z.strictObject({
  requestId: idSchema("request"),
  ...appealQuestion.shape,
  digest: z.string().check(z.maxLength(64)),
  /** As the member reads them. */
  reasons: noteSchema("Say why: the member reads the reasons."),
});
export type AppealDecisionRequest = z.infer<typeof appealDecisionRequest>;
