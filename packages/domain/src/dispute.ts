import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";

/**
 * How a payer's bank sees a payment it was asked about. `inquiry`: it asks, and has taken nothing. `dropped`: it asked, and
 * takes nothing. `open`: it has taken the money and is still looking. `won`: it left the money with us. `lost`: it gave it
 * to the payer. `prevented`: the money went to the payer before a dispute came of it, and that is final.
 */
export const disputeStates = ["inquiry", "dropped", "open", "won", "lost", "prevented"] as const;
export type DisputeState = (typeof disputeStates)[number];

/** A dispute as the member whose payment it is about sees it. */
export const memberDisputeView = z.object({
  state: z.enum(disputeStates),
  /** Credits that were unspent when the bank took the money; none while it only asks. */
  frozen: z.int(),
  openedAt: z.string(),
});
export type MemberDisputeView = z.infer<typeof memberDisputeView>;

export const disputeView = z.extend(memberDisputeView, {
  id: idSchema("dispute"),
  /** The bank's reason, in the processor's word. */
  reason: z.string(),
  amount: moneySchema,
  /** Credits that were used by then: ours to lose. */
  used: z.int(),
  closedAt: z.nullable(z.string()),
});
export type DisputeView = z.infer<typeof disputeView>;
