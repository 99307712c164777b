import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { order, type StripeWorld, startStripeWorld } from "../test-client.ts";
import { firstRenewal, latestInvoice, subscribe } from "./test-subscription.ts";

let world: StripeWorld;

beforeAll(async () => {
  world = await startStripeWorld();
});

afterAll(() => world.close());

async function openInvoice() {
  const subscribed = await subscribe(world, "pm_card_chargeCustomerFail");
  await world.advance(subscribed.clock, firstRenewal + 60 * 60);
  return { ...subscribed, invoice: await latestInvoice(world.stripe, subscribed.subscription.id) };
}

describe("an invoice", () => {
  it("has a number, a page and a PDF", async () => {
    const { subscription } = await subscribe(world);
    const invoice = await latestInvoice(world.stripe, subscription.id);
    expect(invoice.number).toMatch(/^[A-Z0-9]+-0001$/);
    const page = await (await fetch(String(invoice.hosted_invoice_url))).text();
    expect(page).toContain("This invoice is paid.");
    expect(page).toContain("1 × Plan of 1000 (at $10.00 / month)");
    const pdf = await fetch(String(invoice.invoice_pdf));
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    const text = await pdf.text();
    expect(text.startsWith("%PDF-1.4")).toBe(true);
    expect(text.trimEnd().endsWith("%%EOF")).toBe(true);
    expect(text).toContain("Plan of 1000");
  });

  it("that is open refuses to be paid by a card that is declined, and says so twice under one key", async () => {
    const { invoice } = await openInvoice();
    const pay = () => world.stripe.invoices.pay(invoice.id, {}, { idempotencyKey: `${invoice.id}.pay` });
    await expect(pay()).rejects.toMatchObject({ type: "StripeCardError", decline_code: "generic_decline" });
    const charges = await world.stripe.charges.list({ customer: String(invoice.customer) });
    await expect(pay()).rejects.toMatchObject({ type: "StripeCardError", code: "card_declined" });
    expect((await world.stripe.charges.list({ customer: String(invoice.customer) })).data).toHaveLength(
      charges.data.length,
    );
  });

  it("can be voided or written off while it is open, and not once it is paid", async () => {
    const { stripe } = world;
    const open = await openInvoice();
    expect((await stripe.invoices.voidInvoice(open.invoice.id)).status).toBe("void");
    await world.hears("invoice.voided");
    await expect(stripe.invoices.pay(open.invoice.id)).rejects.toThrow(/voided/);
    const other = await openInvoice();
    expect((await stripe.invoices.markUncollectible(other.invoice.id)).status).toBe("uncollectible");
    const paid = await stripe.invoices.pay(other.invoice.id, { payment_method: "pm_card_visa" });
    expect(paid).toMatchObject({ status: "paid", amount_remaining: 0 });
    await expect(stripe.invoices.voidInvoice(paid.id)).rejects.toMatchObject({ statusCode: 400 });
    await expect(stripe.invoices.pay(paid.id)).rejects.toThrow(/already paid/);
  });

  it("is found by customer, status and time", async () => {
    const { stripe } = world;
    const { customer, invoice } = await openInvoice();
    const open = await stripe.invoices.list({ customer, status: "open" });
    expect(open.data.map(({ id }) => id)).toEqual([invoice.id]);
    const later = await stripe.invoices.list({ customer, created: { gte: firstRenewal } });
    expect(later.data).toHaveLength(1);
    await expect(stripe.invoices.retrieve("in_none")).rejects.toMatchObject({ code: "resource_missing" });
  });

  it("says that there is none to come for a subscription that ends", async () => {
    const { subscription } = await subscribe(world);
    await world.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    await expect(world.stripe.invoices.createPreview({ subscription: subscription.id })).rejects.toMatchObject({
      code: "invoice_upcoming_none",
    });
  });

  it("is made for a pack where Checkout was asked for one", async () => {
    const { stripe } = world;
    const { id } = await stripe.checkout.sessions.create({
      ...order,
      invoice_creation: { enabled: true, invoice_data: { metadata: { orderId: "ord_1" } } },
    });
    await world.payByCard(id);
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ["invoice", "customer"] });
    expect(session.customer).toMatchObject({ email: "payer@demo.test" });
    expect(session.invoice).toMatchObject({
      status: "paid",
      billing_reason: "manual",
      parent: null,
      amount_paid: 1000,
      metadata: { orderId: "ord_1" },
    });
    const by = { type: "payment_intent" as const, payment_intent: String(session.payment_intent) };
    expect((await stripe.invoicePayments.list({ payment: by })).data).toHaveLength(1);
    expect((await stripe.charges.list({ payment_intent: String(session.payment_intent) })).data).toHaveLength(1);
  });
});
