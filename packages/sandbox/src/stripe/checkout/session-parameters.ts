import type Stripe from "stripe";
import { type Fields, fieldsOf, integerOf } from "../../record.ts";
import { choiceOf, flagOf, metadataOf, refuseUnknown, requiredText, textOrNull } from "../api/parameters.ts";
import { badParameter } from "../api/stripe-error.ts";
import { unixNow } from "../clock/time.ts";

export type Mode = "payment" | "subscription";

const known = [
  "adaptive_pricing",
  "allow_promotion_codes",
  "allowed_payment_method_types",
  "automatic_tax",
  "billing_address_collection",
  "cancel_url",
  "client_reference_id",
  "customer",
  "customer_creation",
  "customer_email",
  "excluded_payment_method_types",
  "expires_at",
  "invoice_creation",
  "line_items",
  "locale",
  "metadata",
  "mode",
  "payment_intent_data",
  "payment_method_collection",
  "submit_type",
  "subscription_data",
  "success_url",
  "ui_mode",
] as const satisfies readonly (keyof Stripe.Checkout.SessionCreateParams)[];
const paymentKnown = [
  "description",
  "metadata",
  "receipt_email",
  "setup_future_usage",
] as const satisfies readonly (keyof Stripe.Checkout.SessionCreateParams.PaymentIntentData)[];
const subscriptionKnown = [
  "billing_mode",
  "description",
  "metadata",
  "proration_behavior",
] as const satisfies readonly (keyof Stripe.Checkout.SessionCreateParams.SubscriptionData)[];

/** Checks what every session needs, and says what it is for. Throws on a parameter that is unknown or missing. */
export function readMode(parameters: Fields): Mode {
  refuseUnknown(parameters, known);
  const mode = choiceOf(parameters, "mode", ["payment", "subscription"] as const);
  if (mode === undefined) throw badParameter("mode", "Missing required param: mode.", "parameter_missing");
  requiredText(parameters, "success_url");
  refuseOddUrl("success_url", parameters.success_url);
  refuseOddUrl("cancel_url", parameters.cancel_url);
  return mode;
}

/** What belongs to the payment or the subscription to be; each mode takes its own only. */
export function wantedOf(parameters: Fields, mode: Mode): Fields {
  const other = mode === "payment" ? "subscription_data" : "payment_intent_data";
  if (parameters[other] !== undefined) throw badParameter(other, `You can not pass \`${other}\` in \`${mode}\` mode.`);
  if (mode === "subscription" && parameters.invoice_creation !== undefined) {
    throw badParameter(
      "invoice_creation",
      "You can only enable invoice creation when `mode` is set to `payment`. Invoices are created automatically when `mode` is set to `subscription`.",
    );
  }
  const own = mode === "payment" ? "payment_intent_data" : "subscription_data";
  const wanted = fieldsOf(parameters[own]);
  refuseUnknown(wanted, mode === "payment" ? paymentKnown : subscriptionKnown, own);
  return wanted;
}

/** Addresses end up in links and redirects, so only web addresses pass. */
function refuseOddUrl(param: string, value: unknown): void {
  if (value !== undefined && !/^https?:\/\//.test(String(value)))
    throw badParameter(param, "Not a valid URL", "url_invalid");
}

/** Whether a pack's purchase leaves an invoice, and what that says. */
export function readInvoiceCreation(value: unknown): Stripe.Checkout.Session.InvoiceCreation {
  const fields = fieldsOf(value);
  refuseUnknown(fields, ["enabled", "invoice_data"], "invoice_creation");
  const data = fieldsOf(fields.invoice_data);
  refuseUnknown(data, ["description", "footer", "metadata"], "invoice_creation[invoice_data]");
  return {
    enabled: flagOf(fields, "enabled") ?? false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: null,
      description: textOrNull(data.description),
      footer: textOrNull(data.footer),
      issuer: null,
      metadata: metadataOf(data.metadata),
      rendering_options: null,
    },
  };
}

const shortestSeconds = 30 * 60;
const longestSeconds = 24 * 60 * 60;

/** Stripe takes 30 minutes to 24 hours from now; a few seconds of slack cover the way here. */
export function readExpiry(value: unknown): number {
  const now = unixNow();
  if (value === undefined) return now + longestSeconds;
  const expiresAt = integerOf(value) ?? 0;
  const isMeant = expiresAt >= now + shortestSeconds - 10 && expiresAt <= now + longestSeconds + 10;
  if (!isMeant)
    throw badParameter(
      "expires_at",
      "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.",
    );
  return expiresAt;
}
