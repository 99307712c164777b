import type Stripe from "stripe";
import { type Fields, fieldsOf } from "../../record.ts";
import type { ApiRoutes } from "../api/api-routes.ts";
import { matches, pageOf, pageParameters } from "../api/list.ts";
import { choiceOf, flagOf, mergedMetadata, metadataOf, refuseUnknown, textOrNull } from "../api/parameters.ts";
import { badParameter, found } from "../api/stripe-error.ts";
import { newId } from "../books/ids.ts";
import { unixNow } from "../clock/time.ts";
import { emitEvent } from "../events/events.ts";
import type { StripeRoom } from "../stripe-room.ts";

type Configuration = Stripe.BillingPortal.Configuration;

const createParameters = [
  "business_profile",
  "default_return_url",
  "features",
  "metadata",
  "name",
] as const satisfies readonly (keyof Stripe.BillingPortal.ConfigurationCreateParams)[];
const updateParameters = [
  ...createParameters,
  "active",
] as const satisfies readonly (keyof Stripe.BillingPortal.ConfigurationUpdateParams)[];
const features = [
  "customer_update",
  "invoice_history",
  "payment_method_update",
  "subscription_cancel",
  "subscription_pause",
  "subscription_update",
];

/** https://docs.stripe.com/api/customer_portal/configurations: what members may do for themselves. */
export function serveConfigurations(api: ApiRoutes, room: StripeRoom): void {
  const { portalConfigurations } = room.books;
  api.post("/billing_portal/configurations", ({ fields }) => {
    refuseUnknown(fields, createParameters);
    if (fields.features === undefined)
      throw badParameter("features", "Missing required param: features.", "parameter_missing");
    const configuration = createConfiguration(fields);
    portalConfigurations.set(configuration.id, configuration);
    void emitEvent(room, "billing_portal.configuration.created", configuration);
    return configuration;
  });
  api.get("/billing_portal/configurations", ({ fields, path }) => {
    refuseUnknown(fields, [...pageParameters, "active", "is_default"]);
    const wanted = ({ active, is_default }: Configuration) =>
      matches(fields.active, String(active)) && matches(fields.is_default, String(is_default));
    return pageOf([...portalConfigurations.values()].filter(wanted), fields, path);
  });
  api.get("/billing_portal/configurations/:id", ({ id }) => found(portalConfigurations, id, "configuration"));
  api.post("/billing_portal/configurations/:id", ({ id, fields }) => {
    refuseUnknown(fields, updateParameters);
    const configuration = found(portalConfigurations, id, "configuration");
    updateConfiguration(configuration, fields);
    void emitEvent(room, "billing_portal.configuration.updated", configuration);
    return configuration;
  });
}

function createConfiguration(parameters: Fields): Configuration {
  const now = unixNow();
  return {
    id: newId("bpc"),
    object: "billing_portal.configuration",
    active: true,
    application: null,
    business_profile: readProfile(parameters.business_profile),
    created: now,
    default_return_url: textOrNull(parameters.default_return_url),
    features: readFeatures(fieldsOf(parameters.features), null),
    is_default: false,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: metadataOf(parameters.metadata),
    name: textOrNull(parameters.name),
    updated: now,
  };
}

function updateConfiguration(configuration: Configuration, parameters: Fields): void {
  configuration.active = flagOf(parameters, "active") ?? configuration.active;
  configuration.metadata = mergedMetadata(configuration.metadata, parameters.metadata);
  configuration.features = readFeatures(fieldsOf(parameters.features), configuration.features);
  if (parameters.default_return_url !== undefined)
    configuration.default_return_url = textOrNull(parameters.default_return_url);
  if (parameters.business_profile !== undefined)
    configuration.business_profile = readProfile(parameters.business_profile);
  configuration.updated = unixNow();
}

function readProfile(value: unknown): Configuration["business_profile"] {
  const fields = fieldsOf(value);
  return {
    headline: textOrNull(fields.headline),
    privacy_policy_url: textOrNull(fields.privacy_policy_url),
    terms_of_service_url: textOrNull(fields.terms_of_service_url),
  };
}

/** Everything is off until it is switched on. */
function readFeatures(wanted: Fields, before: Configuration["features"] | null): Configuration["features"] {
  refuseUnknown(wanted, features, "features");
  const isOn = (name: keyof Configuration["features"]) =>
    flagOf(fieldsOf(wanted[name]), "enabled") ?? before?.[name].enabled ?? false;
  const cancel = fieldsOf(wanted.subscription_cancel);
  const mode =
    choiceOf(cancel, "mode", ["at_period_end", "immediately"]) ?? before?.subscription_cancel.mode ?? "at_period_end";
  return {
    customer_update: { allowed_updates: [], enabled: isOn("customer_update") },
    invoice_history: { enabled: isOn("invoice_history") },
    payment_method_update: { enabled: isOn("payment_method_update"), payment_method_configuration: null },
    subscription_cancel: {
      cancellation_reason: { enabled: false, feedback_options: null, options: [] },
      enabled: isOn("subscription_cancel"),
      mode,
      proration_behavior: "none",
    },
    subscription_pause: { duration: { interval_options: [], type: "indefinite" }, enabled: isOn("subscription_pause") },
    subscription_update: {
      billing_cycle_anchor: null,
      default_allowed_updates: [],
      enabled: isOn("subscription_update"),
      proration_behavior: "none",
      schedule_at_period_end: { conditions: [] },
      trial_update_behavior: "end_trial",
    },
  };
}
