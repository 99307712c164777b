import { cancellationRules } from "../../cancellations/cancellation-rules.ts";
import { creditExpiryRules, graceRules } from "../../credit-expiry/credit-expiry-rules.ts";
import { orderRefundRules } from "../../order-refunds/order-refund-rules.ts";
import { creditsFinal } from "../../order-refunds/own-refund-rules.ts";
import { priceChangeRules } from "../../price-changes/price-change-rules.ts";
import type { BillingRules } from "../pack.ts";
import { noticeDays } from "../practice.ts";

const takesBack = "MMI-a8";

export const billing: BillingRules = {
  orderRefund: orderRefundRules({
    own: creditsFinal(
      {
        clause: "MMI-3.3",
        says: "Bought credits are not exchanged back into money, except where the law gives that right.",
      },
      takesBack,
    ),
    takesBack,
    once: "MMI-i3",
    warning: "MMI-a9",
    noWayBack: "MMI-a10",
    beside: { billing: [], rights: [] },
  }),
  cancellation: cancellationRules({ cancel: "MMI-a11", ways: [], effect: [] }),
  priceChange: priceChangeRules({
    shown: "MMI-7.3",
    subscribers: { clause: "MMI-a12", days: noticeDays },
  }),
  creditExpiry: creditExpiryRules({ packs: "MMI-a13", plans: "MMI-a14", given: "MMI-a15" }),
  grace: graceRules("MMI-a16"),
};
