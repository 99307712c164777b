import { setTimeout } from "node:timers/promises";
import { type MemberActor, newId, type StorefrontId, type SubscriptionId } from "@covenant/domain";
import { freePort } from "@covenant/test-kit";
import Fastify from "fastify";
import pg from "pg";
import Stripe from "stripe";
import { handlers } from "../handlers.ts";
import { webhookPlugin } from "../http/webhook-plugin.ts";
import { makeStripePayments } from "../payments/stripe-payments.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { settleSubscription } from "../subscriptions/settle-subscription.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";
import { type TestDeps, testDeps } from "./test-deps.ts";
import { testMember } from "./test-people.ts";

const secret = "whsec_test";

export type Subscriber = MemberActor & { email: string; customer: string; clock: string };

/** Our own side of billing against the sandbox's Stripe: its pages, its events and its test clocks. */
export type TestBilling = {
  readonly deps: TestDeps;
  readonly stripe: Stripe;
  readonly sandbox: SandboxProcess;
  /** A member whom the processor knows, on a test clock of their own. Everybody's time is then its time. */
  payer(at: string, storefront?: StorefrontId): Promise<Subscriber>;
  /** Subscribes and pays as the payer does at the page. */
  subscribed(payer: Subscriber, planId?: string): Promise<SubscriptionId>;
  /** Has renewals taken from another card of Stripe's. */
  useCard(payer: Subscriber, id: SubscriptionId, card: string): Promise<void>;
  /** Types a card into a payment page, and gives where that led. */
  payPage(session: string, card?: string): Promise<Response>;
  /** Posts a form of the sandbox's pages. */
  submit(path: string, fields: Record<string, string>): Promise<Response>;
  /** Arms switches of the sandbox; none lets all go. */
  arm(faults: object | null): Promise<void>;
  /** Moves a payer's time, and ours with it. */
  go(payer: Subscriber, to: Date): Promise<void>;
  settle(id: SubscriptionId): Promise<void>;
  /** Does the jobs that wait, until something is true. */
  until(isTrue: () => Promise<boolean>): Promise<void>;
  row(id: SubscriptionId): Promise<Awaited<ReturnType<typeof rowOf>>>;
  /** Has the ledger take an instant for now; null gives it the database's clock again. */
  ledgerAt(at: Date | null): Promise<void>;
  close(): Promise<void>;
};

const rowOf = ({ db }: TestDeps, id: SubscriptionId) => db.rows.subscription.findUniqueOrThrow({ where: { id } });

export async function testBilling(): Promise<TestBilling> {
  const apiPort = await freePort();
  const settings = { API_URL: `http://127.0.0.1:${apiPort}`, STRIPE_WEBHOOK_SECRET: secret };
  const sandbox = await startSandboxProcess(settings);
  const key = { STRIPE_SECRET_KEY: "sk_test_billing", STRIPE_WEBHOOK_SECRET: secret, STRIPE_API_URL: sandbox.url };
  const deps = await testDeps({ payments: makeStripePayments(key) });
  await seedCatalogue(deps);
  const app = Fastify();
  await app.register(webhookPlugin, { deps, prefix: "/webhooks" });
  await app.listen({ port: apiPort, host: "127.0.0.1" });
  const stripe = new Stripe(key.STRIPE_SECRET_KEY, {
    host: "127.0.0.1",
    port: new URL(sandbox.url).port,
    protocol: "http",
    telemetry: false,
  });
  const submit: TestBilling["submit"] = (path, fields) =>
    fetch(`${sandbox.url}${path}`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  const payPage: TestBilling["payPage"] = (session, number = "4242 4242 4242 4242") =>
    submit(`/checkout/${session}/pay`, { method: "card", number, email: "payer@demo.test" });
  const settle = (subscriptionId: SubscriptionId) => settleSubscription(deps, { subscriptionId });
  return {
    deps,
    stripe,
    sandbox,
    submit,
    payPage,
    settle,
    async payer(at, storefront = "image-ai-run") {
      deps.clock.set(at);
      const member = await testMember(deps, { storefront, subscribes: false });
      const frozen_time = secondsOf(deps.clock.now());
      const clock = (await stripe.testHelpers.testClocks.create({ frozen_time })).id;
      const metadata = { member_id: member.memberId };
      const customer = (await stripe.customers.create({ email: member.email, test_clock: clock, metadata })).id;
      await deps.db.rows.member.update({ where: { id: member.memberId }, data: { stripeCustomerId: customer } });
      return { ...member, customer, clock };
    },
    async useCard({ customer }, id, card) {
      const { id: default_payment_method } = await stripe.paymentMethods.attach(card, { customer });
      const { stripeSubscriptionId } = await rowOf(deps, id);
      await stripe.subscriptions.update(stripeSubscriptionId ?? "", { default_payment_method });
    },
    async subscribed(payer, planId = "iai-starter") {
      const { id } = await subscribe(deps, payer, { requestId: newId("request"), planId, asksToStart: true });
      const { stripeSessionId } = await rowOf(deps, id);
      await payPage(stripeSessionId ?? "");
      await settle(id);
      return id;
    },
    async arm(faults) {
      const method = faults === null ? "DELETE" : "PUT";
      const headers = { "content-type": "application/json" };
      await fetch(`${sandbox.url}/control/faults`, { method, headers, body: JSON.stringify(faults ?? {}) });
    },
    async go({ clock }, to) {
      await stripe.testHelpers.testClocks.advance(clock, { frozen_time: secondsOf(to) });
      await waitFor(async () => (await stripe.testHelpers.testClocks.retrieve(clock)).status === "ready");
      deps.clock.set(to);
    },
    until: (isTrue) =>
      waitFor(async () => {
        await work(deps);
        return isTrue();
      }),
    row: (id) => rowOf(deps, id),
    ledgerAt: (at) => setLedgerClock(deps, at),
    async close() {
      await sandbox.close();
      await app.close();
      await deps.close();
    },
  };
}

/** Does what is queued about money, as the worker would. */
async function work(deps: TestDeps): Promise<void> {
  for (;;) {
    const jobs = await deps.db.query<{ name: string; data: unknown }>(
      "DELETE FROM bullmq.job WHERE queue = 'orders' RETURNING name, data",
      [],
    );
    if (jobs.length === 0) return;
    for (const { name, data } of jobs) {
      await handlers.find((handler) => handler.queue === "orders" && handler.name === name)?.run(deps, data);
    }
  }
}

async function waitFor(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("waited for half a minute");
    await setTimeout(20);
  }
}

/** The clock of the ledger is a function of its own, so that a test can be in another month. */
async function setLedgerClock({ database }: TestDeps, at: Date | null): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const now = at === null ? "clock_timestamp()" : `'${at.toISOString()}'::timestamptz`;
  await owner.query(
    `SET ROLE ledger_owner; CREATE OR REPLACE FUNCTION ledger.clock() RETURNS timestamptz LANGUAGE sql VOLATILE
     AS $$ SELECT ${now} $$`,
  );
  await owner.end();
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
