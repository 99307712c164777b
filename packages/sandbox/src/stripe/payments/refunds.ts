import type Stripe from "stripe";
import type { ApiRoutes } from "../api/api-routes.ts";
import { copyOf } from "../api/expand.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { mergedMetadata, refuseUnknown } from "../api/parameters.ts";
import { found } from "../api/stripe-error.ts";
import { idOf } from "../books/ids.ts";
import { changesSince, emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { createRefund } from "./create-refund.ts";

const listParameters = [
  ...pageParameters,
  "charge",
  "payment_intent",
] as const satisfies readonly (keyof Stripe.RefundListParams)[];

/** https://docs.stripe.com/api/refunds */
export function serveRefunds(api: ApiRoutes, room: StripeRoom): void {
  const { refunds } = room.books;
  api.post("/refunds", ({ fields }) => createRefund(room, fields));
  api.get("/refunds", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const wanted = (refund: Stripe.Refund) =>
      matches(fields.charge, idOf(refund.charge)) &&
      matches(fields.payment_intent, idOf(refund.payment_intent)) &&
      isWithin(refund.created);
    return pageOf([...refunds.values()].filter(wanted), fields, path);
  });
  api.get("/refunds/:id", ({ id }) => found(refunds, id, "refund"));
  api.post("/refunds/:id", ({ id, fields }) => {
    refuseUnknown(fields, ["metadata"]);
    const refund = found(refunds, id, "refund");
    const before = copyOf(refund);
    refund.metadata = mergedMetadata(refund.metadata, fields.metadata);
    void emitEvent(room, "refund.updated", refund, { previous: changesSince(before, refund) });
    return refund;
  });
}
