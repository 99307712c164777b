import * as z from "zod/mini";
import { caseKinds, caseStates } from "./case.ts";
import { creditsSchema } from "./credits.ts";
import { disputeView } from "./dispute.ts";
import { idSchema } from "./ids.ts";
import { moneySchema } from "./money.ts";
import { orderKinds, orderStandings, orderStates, paymentMethods } from "./order.ts";
import { pageQuestion } from "./page.ts";
import { refundFile } from "./refund.ts";
import { rulingView } from "./ruling.ts";
import { storefrontIdSchema } from "./storefront.ts";
import { subscriptionFile } from "./subscription.ts";

/**
 * An order whose money did not simply come and stay: some went back or is on its way, a bank was asked to take it back, or
 * it was paid otherwise than ordered. `refund-failed`: the last refund did not arrive. `bank-asks`: a bank waits for an
 * answer.
 */
export const orderTroubles = ["refunded", "refund-failed", "disputed", "bank-asks", "unsettled"] as const;
export type OrderTrouble = (typeof orderTroubles)[number];

/** A question for a list of orders of every storefront. */
export const orderList = z.strictObject({
  storefront: z.optional(storefrontIdSchema),
  standing: z.optional(z.enum(orderStandings)),
  /** A member's id, or the beginning of their email. */
  member: z.optional(z.string().check(z.trim(), z.maxLength(254))),
  trouble: z.optional(z.enum(orderTroubles)),
  ...pageQuestion(idSchema("order")),
});
export type OrderList = z.infer<typeof orderList>;

/** An order as staff see it in a list. */
export const orderSummary = z.object({
  id: idSchema("order"),
  storefront: storefrontIdSchema,
  kind: z.enum(orderKinds),
  memberId: idSchema("member"),
  memberEmail: z.string(),
  state: z.enum(orderStates),
  /** With all that became of its money, as its member sees it. */
  standing: z.enum(orderStandings),
  packName: z.string(),
  /** In the currency of the payment. */
  charged: moneySchema,
  /** Of what was charged: gone back, or on its way. */
  refunded: moneySchema,
  /** How the newest dispute stands; null where there was none. */
  dispute: z.nullable(disputeView.shape.state),
  /** Why it was not settled although it was paid; null as a rule. */
  problem: z.nullable(z.string()),
  placedAt: z.string(),
});
export type OrderSummary = z.infer<typeof orderSummary>;

/** Where the credits of an order are now. They add up to what was granted. */
export const orderCreditsView = z.object({
  granted: creditsSchema,
  available: creditsSchema,
  held: creditsSchema,
  frozen: creditsSchema,
  spent: creditsSchema,
  expired: creditsSchema,
  reclaimed: creditsSchema,
  forfeited: creditsSchema,
  chargedBack: creditsSchema,
  adjusted: creditsSchema,
});
export type OrderCreditsView = z.infer<typeof orderCreditsView>;

/** All that staff are shown of one order. */
export const orderFile = z.extend(orderSummary, {
  credits: creditsSchema,
  price: moneySchema,
  /** What one unit of the price's currency was worth in the currency charged; "1" where they are the same. */
  rate: z.string(),
  method: z.enum(paymentMethods),
  paidAt: z.nullable(z.string()),
  /** The processor's page with receipt and invoice. */
  invoiceUrl: z.nullable(z.string()),
  /** Of a period: its subscription as it stands now. */
  subscription: z.nullable(subscriptionFile),
  creditsNow: orderCreditsView,
  /** The newest first, as are disputes. */
  refunds: z.array(refundFile),
  disputes: z.array(disputeView),
  /** Cases about its money, the newest first. */
  cases: z.array(z.object({ id: idSchema("case"), kind: z.enum(caseKinds), state: z.enum(caseStates) })),
  /** What was ruled on its refunds, the newest first. */
  rulings: z.array(rulingView),
});
export type OrderFile = z.infer<typeof orderFile>;
