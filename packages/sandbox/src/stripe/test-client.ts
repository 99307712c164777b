import Stripe from "stripe";
import { type Sandbox, startSandbox } from "../start-sandbox.ts";
import { type Receiver, startFastSandbox, startReceiver, until } from "../testing.ts";

/** The real SDK, pointed at the sandbox. */
export function stripeClient(sandbox: Sandbox, key: string): Stripe {
  const { port } = sandbox;
  return new Stripe(key, { host: "127.0.0.1", port, protocol: "http", maxNetworkRetries: 0, telemetry: false });
}

export const order: Stripe.Checkout.SessionCreateParams = {
  mode: "payment",
  client_reference_id: "ord_1",
  line_items: [
    { quantity: 2, price_data: { currency: "usd", unit_amount: 500, product_data: { name: "100 credits" } } },
  ],
  metadata: { orderId: "ord_1" },
  payment_intent_data: { metadata: { orderId: "ord_1" } },
  success_url: "http://shop.test/paid?session={CHECKOUT_SESSION_ID}",
  cancel_url: "http://shop.test/cancelled",
};

export const membership: Stripe.Checkout.SessionCreateParams = {
  mode: "subscription",
  customer_email: "member@demo.test",
  line_items: [
    {
      quantity: 1,
      price_data: {
        currency: "usd",
        unit_amount: 1000,
        recurring: { interval: "month" },
        product_data: { name: "Membership" },
      },
    },
  ],
  subscription_data: { metadata: { memberId: "mem_1" } },
  success_url: "http://shop.test/joined",
};

/** Stripe with an api that listens: what tests of this room are written against. */
export type StripeWorld = {
  sandbox: Sandbox;
  stripe: Stripe;
  receiver: Receiver;
  /** Posts a form as a browser does, without following where it leads. */
  submit(path: string, fields: Record<string, string>): Promise<Response>;
  /** Posts to a control of the page, and gives what it says. */
  control(path: string, body: object): Promise<Response>;
  payByCard(session: string, number?: string): Promise<Response>;
  /** The verified events that arrived, oldest first. */
  heard(): Stripe.Event[];
  /** Waits for an event of a type, and gives the latest. */
  hears(type: Stripe.Event["type"]): Promise<Stripe.Event>;
  /** Moves a test clock and waits until it is ready. */
  advance(clock: string, to: number): Promise<void>;
  close(): Promise<void>;
};

/** Starts one; with a directory its books are kept there. */
export async function startStripeWorld(dataDirectory?: string): Promise<StripeWorld> {
  const receiver = await startReceiver();
  const sandbox = dataDirectory
    ? await startSandbox({ port: 0, apiUrl: receiver.url, speed: 10, stripeWebhookSecret: "whsec_test", dataDirectory })
    : await startFastSandbox(receiver.url);
  const stripe = stripeClient(sandbox, "sk_test_contract");
  const submit = (path: string, fields: Record<string, string>) =>
    fetch(`${sandbox.url}${path}`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  const heard = () =>
    receiver.received.map(({ body, headers }) =>
      stripe.webhooks.constructEvent(body, String(headers["stripe-signature"]), "whsec_test"),
    );
  return {
    sandbox,
    stripe,
    receiver,
    submit,
    heard,
    control: (path, body) =>
      fetch(`${sandbox.url}/control/stripe${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    payByCard: (session, number = "4242 4242 4242 4242") =>
      submit(`/checkout/${session}/pay`, { method: "card", number, email: "payer@demo.test" }),
    async hears(type) {
      await until(() => heard().some((event) => event.type === type));
      const event = heard().findLast((candidate) => candidate.type === type);
      if (event === undefined) throw new Error(`no ${type}`);
      return event;
    },
    async advance(clock, to) {
      await stripe.testHelpers.testClocks.advance(clock, { frozen_time: to });
      await until(async () => (await stripe.testHelpers.testClocks.retrieve(clock)).status === "ready");
    },
    async close() {
      await sandbox.close();
      await receiver.close();
    },
  };
}
