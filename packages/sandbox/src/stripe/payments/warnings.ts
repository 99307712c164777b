import type Stripe from "stripe";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { refuseUnknown } from "../api/parameters.ts";
import { found } from "../api/stripe-error.ts";
import { idOf } from "../books/ids.ts";
import type { StripeRoom } from "../stripe-room.ts";

const listParameters = [
  ...pageParameters,
  "charge",
  "payment_intent",
] as const satisfies readonly (keyof Stripe.Radar.EarlyFraudWarningListParams)[];

/** https://docs.stripe.com/api/radar/early_fraud_warnings */
export function serveWarnings(api: ApiRoutes, { books: { warnings } }: StripeRoom): void {
  api.get("/radar/early_fraud_warnings", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const wanted = (warning: Stripe.Radar.EarlyFraudWarning) =>
      matches(fields.charge, idOf(warning.charge)) &&
      matches(fields.payment_intent, idOf(warning.payment_intent ?? null)) &&
      isWithin(warning.created);
    return pageOf([...warnings.values()].filter(wanted), fields, path);
  });
  api.get("/radar/early_fraud_warnings/:id", ({ id }) => found(warnings, id, "early_fraud_warning"));
}
