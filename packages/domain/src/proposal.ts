import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";
import { noteSchema } from "./note.ts";
import { pageQuestion } from "./page.ts";
import { staffName } from "./staff.ts";
import { storefrontIdSchema } from "./storefront.ts";

/** What a second person may be asked for. Each desk carries out its own. */
export const proposalKinds = ["refund"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalStates = ["open", "approved", "declined"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** A deed that somebody of the staff wants done, and that somebody else has to approve. */
export const proposalView = z.object({
  id: idSchema("proposal"),
  kind: z.enum(proposalKinds),
  state: z.enum(proposalStates),
  storefront: storefrontIdSchema,
  memberId: idSchema("member"),
  /** What it is about: of a refund the order. */
  subject: z.string(),
  amount: moneySchema,
  note: z.string(),
  proposedBy: staffName,
  proposedAt: z.string(),
  decidedBy: z.nullable(staffName),
  decidedAt: z.nullable(z.string()),
  /** Of one that was declined: why. */
  reason: z.nullable(z.string()),
});
export type ProposalView = z.infer<typeof proposalView>;

export const proposalList = z.strictObject({
  /** Absent: those that are open. */
  show: z.optional(z.enum(["open", "all"])),
  subject: z.optional(z.string().check(z.maxLength(64))),
  ...pageQuestion(idSchema("proposal")),
});
export type ProposalList = z.infer<typeof proposalList>;

export const proposalDecline = z.strictObject({ proposalId: idSchema("proposal"), reason: noteSchema() });
export type ProposalDecline = z.infer<typeof proposalDecline>;

export const oneProposal = z.strictObject({ proposalId: idSchema("proposal") });
