import * as z from "zod/mini";
import { clauseCitation } from "./clause.ts";
import { creditsSchema } from "./credits.ts";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";

/** What a withdrawal takes back and pays, all orders of it together. */
const withdrawalMoves = z.strictObject({ amountMinor: z.int().check(z.gte(0)), reclaim: creditsSchema });

/** What withdrawing from an order would do now. */
export const withdrawalPlanView = z.object({
  orderId: idSchema("order"),
  /** The last civil day on which the member may, where they live. */
  lastDay: z.string(),
  /** The civil day that it would be if it were a working day where the member lives; else it is later. */
  fourteenthDay: z.string(),
  /** False where nothing would come of it, or the last day is over; `explanation` says why. */
  isPossible: z.boolean(),
  amount: moneySchema,
  moves: withdrawalMoves,
  explanation: z.string(),
  clauses: z.array(clauseCitation),
  /** What else follows, such as the end of a subscription. */
  effects: z.array(z.string()),
});
export type WithdrawalPlanView = z.infer<typeof withdrawalPlanView>;

/** Does what the preview said, or nothing. */
export const withdrawalRequest = z.strictObject({
  requestId: idSchema("request"),
  orderId: idSchema("order"),
  expected: withdrawalMoves,
});
export type WithdrawalRequest = z.infer<typeof withdrawalRequest>;
