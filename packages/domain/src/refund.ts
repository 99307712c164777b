import * as z from "zod/mini";
import { clauseCitation } from "./clause.ts";
import { creditsSchema } from "./credits.ts";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";
import { noteSchema } from "./note.ts";
import { staffName } from "./staff.ts";

/** Why an order's money is wanted back. */
export const refundGrounds = [
  "withdrawal",
  "duplicate-charge",
  "not-delivered",
  "billing-error",
  "case-by-case",
  "price-change",
  "late-renewal",
  "fraud-warning",
] as const;
export type RefundGround = (typeof refundGrounds)[number];
export const refundGroundSchema = z.enum(refundGrounds);

/** `asked`: credits taken back, money not yet sent. `pending`: the processor has it. A failed one gave its credits back. */
export const refundStates = ["asked", "pending", "succeeded", "failed"] as const;
export type RefundState = (typeof refundStates)[number];

/** `payment`: back the way it was paid. `transfer`: a person sends it to a bank account, where the way of payment takes none. */
export const refundWays = ["payment", "transfer"] as const;
export type RefundWay = (typeof refundWays)[number];

/** `refund`: money goes back. `goodwill`: it cannot, and credits are given instead. `ask-person`: somebody has to choose. */
export const refundOutcomes = ["refund", "goodwill", "ask-person", "none"] as const;
export type RefundOutcome = (typeof refundOutcomes)[number];

/** What a refund takes, gives and pays. Executed is exactly what was previewed, or nothing. */
export const refundMoves = z.strictObject({
  /** Credits taken back. */
  reclaim: creditsSchema,
  /** Credits given in place of money. */
  goodwill: creditsSchema,
  /** In the currency that was charged. */
  amountMinor: z.int().check(z.gte(0)),
});
export type RefundMoves = z.infer<typeof refundMoves>;

/** A question for a preview. `chosen`: how many unspent credits a person would take back, where the terms ask one. */
export const refundQuestion = z.strictObject({
  orderId: idSchema("order"),
  ground: refundGroundSchema,
  chosen: z.nullable(creditsSchema),
  /** Absent: the way it was paid. */
  way: z.optional(z.enum(refundWays)),
  /** Of a withdrawal: when it reached us, with its offset from UTC; from then on it holds. Absent: now. */
  receivedAt: z.optional(z.iso.datetime({ offset: true })),
});
export type RefundQuestion = z.infer<typeof refundQuestion>;

/** What a refund would do now: the ruling, in words and in the entries that would be written. */
export const refundPlanView = z.object({
  outcome: z.enum(refundOutcomes),
  moves: refundMoves,
  amount: moneySchema,
  /** The most that a person may choose to take back; 0 where there is nothing to choose. */
  choosable: creditsSchema,
  /** The way of payment takes this money back no more, so that a person may send it by transfer. */
  canTransfer: z.boolean(),
  /** So much asks for a second person. */
  needsApproval: z.boolean(),
  explanation: z.string(),
  clauses: z.array(clauseCitation),
  effects: z.array(z.string()),
});
/** What a proposed refund would do now, and whether that is still what was proposed. */
export const proposedRefundView = z.object({ plan: refundPlanView, isAsProposed: z.boolean() });
export type ProposedRefundView = z.infer<typeof proposedRefundView>;

export type RefundPlanView = z.infer<typeof refundPlanView>;

export const refundRequest = z.strictObject({
  requestId: idSchema("request"),
  ...refundQuestion.shape,
  /** Why, for the record and for whoever reads it next. */
  note: noteSchema(),
  expected: refundMoves,
});
export type RefundRequest = z.infer<typeof refundRequest>;

/** A transfer that a person made came back. */
export const transferReturn = z.strictObject({
  refundId: idSchema("refund"),
  note: noteSchema(),
});
export type TransferReturn = z.infer<typeof transferReturn>;

export const refundView = z.object({
  id: idSchema("refund"),
  orderId: idSchema("order"),
  ground: refundGroundSchema,
  way: z.enum(refundWays),
  note: z.string(),
  state: z.enum(refundStates),
  moves: refundMoves,
  amount: moneySchema,
  problem: z.nullable(z.string()),
  /** Of a withdrawal: when it reached us. */
  receivedAt: z.nullable(z.string()),
  askedAt: z.string(),
  endedAt: z.nullable(z.string()),
});
export type RefundView = z.infer<typeof refundView>;

/** A refund with the people of the staff behind it. */
export const refundFile = z.extend(refundView, {
  /** Who asked for it, or proposed it; null where that was the member, a rule, or somebody at the processor. */
  askedBy: z.nullable(staffName),
  /** Of one that a second person approved; `askedAt` is when they did. */
  approval: z.nullable(z.object({ by: staffName, proposedAt: z.string() })),
});
export type RefundFile = z.infer<typeof refundFile>;
