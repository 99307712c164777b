import * as z from "zod/mini";
import { appealOffer } from "./appeal.ts";
import { strikeStates } from "./case.ts";
import { clauseCitation } from "./clause.ts";
import { sanctionKinds } from "./conduct.ts";
import { idSchema } from "./ids.ts";
import { noteSchema } from "./note.ts";

/** A strike as it stands now: what it is for, under which clause, and until when it counts. */
export const strikeView = z.object({
  id: idSchema("strike"),
  /** In words: a category of content, or conduct. */
  about: z.string(),
  clause: clauseCitation,
  weight: z.int(),
  /** A counting strike whose day has come is `expired`, whether or not anything has noticed. */
  state: z.enum(strikeStates),
  imposedAt: z.string(),
  expiresAt: z.string(),
  /** The request it is for; null for conduct. */
  generationId: z.nullable(idSchema("generation")),
  /** Null for one that no decision stands behind. */
  appeal: z.nullable(appealOffer),
});
export type StrikeView = z.infer<typeof strikeView>;

export const sanctionStates = ["given", "in-force", "noticed", "over", "undone"] as const;
/** `given`: a warning, which neither lasts nor ends. `noticed`: a closing whose day has not come. */
export type SanctionState = (typeof sanctionStates)[number];

/** What a decision imposed on the account. */
export const sanctionView = z.object({
  id: idSchema("sanction"),
  caseId: idSchema("case"),
  kind: z.enum(sanctionKinds),
  state: z.enum(sanctionStates),
  about: z.string(),
  /** The statement of reasons as the member was given it. */
  statement: z.string(),
  clause: clauseCitation,
  imposedAt: z.string(),
  /** When it ends by itself, or when the account is closed; null: no end. */
  endsAt: z.nullable(z.string()),
  /** How many generations a limit lets run at once; null for any other sanction. */
  running: z.nullable(z.int()),
  undoneAt: z.nullable(z.string()),
  appeal: z.nullable(appealOffer),
});
export type SanctionView = z.infer<typeof sanctionView>;

/** All that stands for and against an account: what counts now, every strike and every sanction, newest first. */
export const recordView = z.object({
  /** Of the strikes that count now. */
  weight: z.int(),
  strikes: z.array(strikeView),
  sanctions: z.array(sanctionView),
});
export type RecordView = z.infer<typeof recordView>;

/** A member's page on their own account. */
export const standingView = z.object({
  ...recordView.shape,
  /** What a further ordinary breach would bring, by its ruling. */
  next: z.object({ explanation: z.string(), clauses: z.array(clauseCitation) }),
  supportEmail: z.string(),
});
export type StandingView = z.infer<typeof standingView>;

export const undoRequest = z.strictObject({
  requestId: idSchema("request"),
  sanctionId: idSchema("sanction"),
  /** The decision was wrong: the strike that came with it is void too, also after the sanction is over. */
  wasWrong: z.boolean(),
  note: noteSchema(),
});
export type UndoRequest = z.infer<typeof undoRequest>;
