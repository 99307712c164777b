import type Stripe from "stripe";
import { fieldsOf, textOf } from "../../record.ts";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters, within } from "../api/list.ts";
import { mergedMetadata, refuseUnknown } from "../api/parameters.ts";
import { found } from "../api/stripe-error.ts";
import { idOf } from "../books/ids.ts";
import type { StripeRoom } from "../stripe-room.ts";
import { createSession } from "./create-session.ts";
import { expireSession, watchExpiry } from "./expire-session.ts";

const listParameters = [
  ...pageParameters,
  "customer",
  "customer_details",
  "payment_intent",
  "status",
  "subscription",
] as const satisfies readonly (keyof Stripe.Checkout.SessionListParams)[];

/** https://docs.stripe.com/api/checkout/sessions */
export function serveSessions(api: ApiRoutes, room: StripeRoom): void {
  const { sessions } = room.books;
  const entry = (id: string) => found(sessions, id, "checkout.session");
  api.post("/checkout/sessions", ({ fields }) => {
    const created = createSession(room, fields);
    watchExpiry(room, created);
    return created.session;
  });
  api.get("/checkout/sessions", ({ fields, path }) => {
    refuseUnknown(fields, listParameters);
    const isWithin = within(fields.created);
    const email = textOf(fieldsOf(fields.customer_details).email);
    const wanted = (session: Stripe.Checkout.Session) =>
      matches(fields.customer, idOf(session.customer)) &&
      matches(fields.payment_intent, idOf(session.payment_intent)) &&
      matches(fields.subscription, idOf(session.subscription)) &&
      matches(fields.status, session.status) &&
      matches(email, session.customer_details?.email) &&
      isWithin(session.created);
    return pageOf([...sessions.values()].map(({ session }) => session).filter(wanted), fields, path);
  });
  api.get("/checkout/sessions/:id", ({ id }) => entry(id).session);
  api.post("/checkout/sessions/:id", ({ id, fields }) => {
    refuseUnknown(fields, ["metadata"]);
    const { session } = entry(id);
    session.metadata = mergedMetadata(session.metadata, fields.metadata);
    return session;
  });
  api.get("/checkout/sessions/:id/line_items", ({ id, fields, path }) =>
    pageOf([...entry(id).lines].reverse(), fields, path),
  );
  api.post("/checkout/sessions/:id/expire", ({ id }) => expireSession(room, entry(id)));
}
