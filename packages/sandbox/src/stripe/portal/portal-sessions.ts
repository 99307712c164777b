import type Stripe from "stripe";
import { type Fields, fieldsOf, textOf } from "../../record.ts";
import type { ApiRoutes } from "../api/api-routes.ts";
import { choiceOf, refuseUnknown, requiredText, textOrNull } from "../api/parameters.ts";
import { badParameter, found, refused } from "../api/stripe-error.ts";
import type { Books } from "../books/books.ts";
import { newId } from "../books/ids.ts";
import { unixNow } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";

type Session = Stripe.BillingPortal.Session;

const known = [
  "configuration",
  "customer",
  "flow_data",
  "locale",
  "return_url",
] as const satisfies readonly (keyof Stripe.BillingPortal.SessionCreateParams)[];
const flowTypes = ["payment_method_update", "subscription_cancel"] as const;

/** https://docs.stripe.com/api/customer_portal/sessions/create: a door to the portal for one customer. */
export function servePortalSessions(api: ApiRoutes, room: StripeRoom): void {
  api.post("/billing_portal/sessions", ({ fields }) => {
    refuseUnknown(fields, known);
    const session = createPortalSession(room, fields);
    room.books.portalSessions.set(session.id, session);
    void emitEvent(room, "billing_portal.session.created", session);
    return session;
  });
}

function createPortalSession({ books, world }: StripeRoom, parameters: Fields): Session {
  const customer = found(books.customers, requiredText(parameters, "customer"), "customer", "customer");
  const configuration = configurationOf(books, textOf(parameters.configuration));
  const returnUrl = textOrNull(parameters.return_url) ?? configuration.default_return_url;
  refuseOddUrl("return_url", returnUrl);
  const id = newId("bps");
  return {
    id,
    object: "billing_portal.session",
    configuration: configuration.id,
    created: unixNow(),
    customer: customer.id,
    customer_account: null,
    flow: parameters.flow_data === undefined ? null : readFlow(books, fieldsOf(parameters.flow_data)),
    livemode: false,
    locale: textOrNull(parameters.locale),
    on_behalf_of: null,
    return_url: returnUrl,
    url: `${world.publicUrl()}/portal/${id}`,
  };
}

function refuseOddUrl(param: string, url: string | null): void {
  if (url !== null && !/^https?:\/\//.test(url)) throw badParameter(param, "Not a valid URL", "url_invalid");
}

function configurationOf({ portalConfigurations }: Books, id: string | undefined): Stripe.BillingPortal.Configuration {
  if (id !== undefined) return found(portalConfigurations, id, "configuration", "configuration");
  const standard = [...portalConfigurations.values()].find(({ is_default }) => is_default);
  if (standard) return standard;
  throw refused(
    "No configuration provided and your test mode default configuration has not been created. Provide a configuration or create your default by saving your customer portal settings in test mode at https://dashboard.stripe.com/test/settings/billing/portal.",
  );
}

/** A deep link: the portal shows this one thing, and leads back when it is done. */
function readFlow(books: Books, fields: Fields): Stripe.BillingPortal.Session.Flow {
  refuseUnknown(fields, ["after_completion", "subscription_cancel", "type"], "flow_data");
  const type = choiceOf(fields, "type", flowTypes);
  if (type === undefined)
    throw badParameter("flow_data[type]", "Missing required param: flow_data[type].", "parameter_missing");
  const after = fieldsOf(fields.after_completion);
  const back = textOf(fieldsOf(after.redirect).return_url);
  refuseOddUrl("flow_data[after_completion][redirect][return_url]", back ?? null);
  const subscription = textOf(fieldsOf(fields.subscription_cancel).subscription);
  if (type === "subscription_cancel")
    found(books.subscriptions, subscription ?? "", "subscription", "flow_data[subscription_cancel][subscription]");
  return {
    after_completion: {
      hosted_confirmation: null,
      redirect: back === undefined ? null : { return_url: back },
      type: textOf(after.type) ?? "portal_homepage",
    },
    customer_update: null,
    subscription_cancel: subscription === undefined ? null : { retention: null, subscription },
    subscription_pause: null,
    subscription_update: null,
    subscription_update_confirm: null,
    type,
  };
}
