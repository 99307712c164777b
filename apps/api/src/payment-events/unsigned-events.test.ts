import Fastify from "fastify";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, it } from "vitest";
import { webhookPlugin } from "../http/webhook-plugin.ts";
import { makeStripePayments } from "../payments/stripe-payments.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { readUnsigned } from "./unsigned-events.ts";

const secret = "whsec_ours";
const app = Fastify();
let deps: TestDeps;

beforeAll(async () => {
  const key = {
    STRIPE_SECRET_KEY: "sk_test_unsigned",
    STRIPE_WEBHOOK_SECRET: secret,
    STRIPE_API_URL: "http://127.0.0.1:9",
  };
  deps = await testDeps({ payments: makeStripePayments(key) });
  await app.register(webhookPlugin, { deps, prefix: "/webhooks" });
});
afterAll(async () => {
  await app.close();
  await deps.close();
});

function post(payload: string, signedWith: string | null) {
  const signature =
    signedWith === null
      ? {}
      : { "stripe-signature": Stripe.webhooks.generateTestHeaderString({ payload, secret: signedWith }) };
  const headers = { "content-type": "application/json", ...signature };
  return app.inject({ method: "POST", url: "/webhooks/stripe", payload, headers });
}

const event = (id: string) =>
  JSON.stringify({
    id,
    object: "event",
    type: "payout.paid",
    created: 1,
    api_version: null,
    data: { object: { id: "po_1" } },
    secret: "body",
  });

it("counts webhooks that nobody signed with our secret, says when, and keeps nothing of what they said", async () => {
  expect(await readUnsigned(deps)).toBeNull();
  deps.clock.set("2026-11-20T10:00:00Z");
  expect((await post(event("evt_forged"), "whsec_theirs")).statusCode).toBe(400);
  deps.clock.set("2026-11-21T11:30:00Z");
  expect((await post(event("evt_bare"), null)).statusCode).toBe(400);
  expect(await readUnsigned(deps)).toEqual({
    count: 2,
    firstAt: "2026-11-20T10:00:00.000Z",
    lastAt: "2026-11-21T11:30:00.000Z",
    signedAt: null,
  });
  expect(await deps.db.rows.stripeEvent.count()).toBe(0);
});

it("says when a signed one last came beside them, and forgets both after a week", async () => {
  expect((await post(event("evt_true"), secret)).statusCode).toBe(200);
  expect(await readUnsigned(deps)).toMatchObject({ count: 2, signedAt: expect.any(String) });
  deps.clock.set("2026-11-29T11:30:00Z");
  expect(await readUnsigned(deps)).toBeNull();
});
