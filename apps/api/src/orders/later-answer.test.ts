import { auditLedger, getBalance } from "@covenant/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seedCatalogue } from "../seed/catalogue.ts";
import { placedAtSandbox } from "../testing/sandbox-shop.ts";
import { type SandboxStripe, startSandboxStripe } from "../testing/sandbox-stripe.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { settleOrder } from "./settle-order.ts";

let stripe: SandboxStripe;
let deps: TestDeps;

beforeAll(async () => {
  stripe = await startSandboxStripe("http://127.0.0.1:1");
  deps = await testDeps({ payments: stripe.payments });
  await seedCatalogue(deps);
});
afterAll(async () => {
  expect(await auditLedger(deps.db)).toEqual([]);
  await stripe.close();
  await deps.close();
});

it.each([
  { answer: "later-paid", succeeds: true, state: "paid", available: 50_000 },
  { answer: "later-failed", succeeds: false, state: "expired", available: 0 },
])(
  "is $state where Alipay answers later with $answer, and waits no more",
  async ({ answer, succeeds, state, available }) => {
    const { orderId, sessionId, member } = await placedAtSandbox(deps, "alipay");
    await stripe.payByAlipay(sessionId, answer);
    await stripe.control(`/sessions/${sessionId}`, { succeeds });
    await settleOrder(deps, { orderId });
    expect(await deps.db.rows.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ state });
    expect((await getBalance(deps.db, member.memberId)).available).toBe(available);
  },
);
