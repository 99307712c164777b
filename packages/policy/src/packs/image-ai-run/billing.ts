import { cancellationRules } from "../../cancellations/cancellation-rules.ts";
import { creditExpiryRules, graceRules } from "../../credit-expiry/credit-expiry-rules.ts";
import { orderRefundRules } from "../../order-refunds/order-refund-rules.ts";
import { personDecides, priceChangeReturns, usedIsFinal } from "../../order-refunds/own-refund-rules.ts";
import { priceChangeRules } from "../../price-changes/price-change-rules.ts";
import type { BillingRules } from "../pack.ts";

const takesBack = "IAI-8.4";

export const billing: BillingRules = {
  orderRefund: orderRefundRules({
    own: [
      ...personDecides({
        clause: "IAI-8.1",
        readWith: [takesBack],
        says: "Whether money goes back is decided by a person, for each case on its own.",
      }),
      usedIsFinal(
        { clause: "IAI-8.3", says: "Only unspent credits can be exchanged back into money, and there are none." },
        ["IAI-8.1/case-by-case"],
      ),
      priceChangeReturns(
        {
          clause: "IAI-a8",
          readWith: [takesBack],
          says: "When prices change, the price of unspent credits goes back to whoever asks for it.",
        },
        ["IAI-8.1/case-by-case"],
      ),
    ],
    takesBack,
    once: "IAI-i2",
    warning: "IAI-a9",
    noWayBack: "IAI-a10",
    beside: { billing: [], rights: ["IAI-13.2"] },
  }),
  cancellation: cancellationRules({ cancel: "IAI-7.1", ways: ["IAI-a5"], effect: ["IAI-7.2"] }),
  priceChange: priceChangeRules({ shown: "IAI-6.4", subscribers: { clause: "IAI-6.2", days: 30 } }),
  creditExpiry: creditExpiryRules({ packs: "IAI-a7", plans: "IAI-6.3", given: "IAI-a11" }),
  grace: graceRules("IAI-a12"),
};
