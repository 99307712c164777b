import * as z from "zod/mini";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";

/** How a payer's bank sees a payment it was asked about: still looking, left with us, or given back to the payer. */
const disputeState = z.enum(["open", "won", "lost"]);

/** A dispute as the member whose payment it is about sees it. */
export const memberDisputeView = z.object({
  state: disputeState,
  /** Credits that were unspent when it opened. */
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
