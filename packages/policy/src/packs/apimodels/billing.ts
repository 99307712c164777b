import { cancellationRules } from "../../cancellations/cancellation-rules.ts";
import { creditExpiryRules, graceRules } from "../../credit-expiry/credit-expiry-rules.ts";
import { orderRefundRules } from "../../order-refunds/order-refund-rules.ts";
import { creditsFinal, usedIsFinal } from "../../order-refunds/own-refund-rules.ts";
import { priceChangeRules } from "../../price-changes/price-change-rules.ts";
import type { BillingRules } from "../pack.ts";
import { noticeDays } from "../practice.ts";

const takesBack = "API-a9";

export const billing: BillingRules = {
  orderRefund: orderRefundRules({
    own: [
      ...creditsFinal({ clause: "API-3.5", says: "Bought credits are final as far as the law allows." }, takesBack),
      usedIsFinal({ clause: "API-3.4", says: "Used credits are not returned, and there are no unspent ones." }, [
        "API-3.5/final",
      ]),
    ],
    takesBack,
    once: "API-i2",
    warning: "API-a10",
    noWayBack: "API-a11",
    beside: { billing: ["API-3.6"], rights: [] },
  }),
  cancellation: cancellationRules({ cancel: "API-a12", ways: [], effect: [] }),
  priceChange: priceChangeRules({ shown: "API-3.2", subscribers: { clause: "API-a13", days: noticeDays } }),
  creditExpiry: creditExpiryRules({ packs: "API-a14", plans: "API-a15", given: "API-a16" }),
  grace: graceRules("API-a17"),
};
