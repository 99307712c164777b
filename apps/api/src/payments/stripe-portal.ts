import type Stripe from "stripe";

/** By this the configuration of an earlier call is found again. */
const purpose = "card-and-invoices";

/**
 * Opens Stripe's portal for the card and invoices, and for nothing else: whoever cancels or changes the plan does it with
 * us, where the terms rule on it (https://docs.stripe.com/api/customer_portal/configurations).
 */
export async function openPortal(stripe: Stripe, customer: string, returnUrl: string): Promise<{ url: string }> {
  const configuration = await ensureConfiguration(stripe);
  const { url } = await stripe.billingPortal.sessions.create({ customer, configuration, return_url: returnUrl });
  return { url };
}

async function ensureConfiguration(stripe: Stripe): Promise<string> {
  for await (const earlier of stripe.billingPortal.configurations.list({ active: true, limit: 100 })) {
    if (earlier.metadata?.purpose === purpose) return earlier.id;
  }
  const made = await stripe.billingPortal.configurations.create(
    {
      metadata: { purpose },
      features: {
        payment_method_update: { enabled: true },
        invoice_history: { enabled: true },
        customer_update: { enabled: false },
        subscription_cancel: { enabled: false },
        subscription_update: { enabled: false },
      },
    },
    { idempotencyKey: `${purpose}.portal` },
  );
  return made.id;
}
