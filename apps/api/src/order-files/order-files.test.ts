import { capture, hold } from "@covenant/db";
import {
  credits,
  type EntryView,
  type MemberActor,
  newId,
  type OrderId,
  type OrderList,
  orderStandings,
  type StaffActor,
} from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listOrderEntries } from "../credits/explore-ledger.ts";
import { listOwnOrderEntries } from "../credits/list-own-order-entries.ts";
import { settleDispute } from "../disputes/settle-dispute.ts";
import { placeOrder } from "../orders/place-order.ts";
import { settleOrder } from "../orders/settle-order.ts";
import { viewOwnOrder } from "../orders/view-own-order.ts";
import { readOverview } from "../overview/read-overview.ts";
import { previewRefund } from "../refunds/preview-refund.ts";
import { refundOrder } from "../refunds/refund-order.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { type ScriptedPayments, scriptedPayments } from "../testing/scripted-payments.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember, testStaff } from "../testing/test-people.ts";
import { listOrdersOfAll } from "./list-orders-of-all.ts";
import { viewOrderFile } from "./view-order-file.ts";

let deps: TestDeps;
let payments: ScriptedPayments;
let staff: StaffActor;
let member: MemberActor & { email: string };

beforeAll(async () => {
  payments = scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" });
  deps = await testDeps({ payments });
  await seedCatalogue(deps);
  staff = await testStaff(deps);
});
beforeEach(async () => {
  member = await testMember(deps);
});
afterAll(() => deps.close());

async function placed(): Promise<OrderId> {
  const request = { requestId: newId("request"), packId: "iai-100", method: "card", asksToStart: true } as const;
  return (await placeOrder(deps, member, request)).id;
}

async function paid(): Promise<OrderId> {
  const id = await placed();
  const amount = { amountMinor: 990, currency: "USD" } as const;
  payments.say(id, { kind: "paid", paymentIntentId: `pi_${id}`, amount });
  await settleOrder(deps, { orderId: id });
  return id;
}

async function spend(amount: number): Promise<void> {
  const holdId = newId("hold");
  const walletId = member.memberId;
  await hold(deps.db, { walletId, holdId, credits: credits(amount), cause: newId("generation"), key: `${holdId}.h` });
  await capture(deps.db, { walletId, holdId, key: `${holdId}.c` });
}

async function refund(orderId: OrderId): Promise<void> {
  const question = { orderId, ground: "withdrawal", chosen: null } as const;
  const { moves: expected } = await previewRefund(deps, question);
  await refundOrder(deps, staff, { ...question, requestId: newId("request"), note: "By mail.", expected });
}

async function dispute(orderId: OrderId): Promise<void> {
  const processorId = `dp_${orderId}`;
  const amount = { amountMinor: 990, currency: "USD" } as const;
  payments.sayDispute({
    processorId,
    paymentIntentId: `pi_${orderId}`,
    amount,
    reason: "fraudulent",
    state: "open",
    said: "needs_response",
  });
  await settleDispute(deps, { processorId });
}

/** A refund as if it had gone that way; its credits are none of the list's. */
async function plantRefund({
  orderId,
  ...went
}: {
  orderId: OrderId;
  state: string;
  amountMinor: number;
  ground: string;
}) {
  const back = went.state === "failed" ? 0 : went.amountMinor;
  await deps.db.rows.order.update({ where: { id: orderId }, data: { refundedMinor: { increment: back } } });
  const now = deps.clock.now();
  const of = { storefront: "image-ai-run", memberId: member.memberId, orderId, requestId: newId("request") };
  const endedAt = went.state === "asked" ? null : now;
  const rest = { note: "Planted.", reclaimed: 0, currency: "USD", askedAt: now, endedAt };
  await deps.db.rows.refund.create({ data: { id: newId("refund"), ...of, ...went, ...rest } });
}

const found = async (question: OrderList) => (await listOrdersOfAll(deps, question)).rows.map(({ id }) => id);
const mine = (question: OrderList = {}) => found({ member: member.memberId, ...question });

describe("the list", () => {
  it("finds orders by the member's id or the beginning of their email, and nobody else's", async () => {
    const other = await paid();
    member = await testMember(deps);
    const [first, second] = [await placed(), await placed()];
    expect(await mine()).toEqual([second, first]);
    expect(await found({ member: member.email.slice(0, 6).toUpperCase() })).toEqual([second, first]);
    expect(await found({})).toContain(other);
    expect(await found({ member: "%" })).toEqual([]);
  });

  it("narrows by storefront, state, refunds and disputes, and says each in the row", async () => {
    const [open, refunded, disputed] = [await placed(), await paid(), await paid()];
    await refund(refunded);
    await dispute(disputed);
    expect(await mine({ standing: "placed" })).toEqual([open]);
    expect(await mine({ standing: "withdrawn" })).toEqual([refunded]);
    expect(await mine({ standing: "disputed" })).toEqual([disputed]);
    expect(await mine({ standing: "paid" })).toEqual([]);
    expect(await mine({ storefront: "modelmyimage" })).toEqual([]);
    expect(await mine({ trouble: "refunded" })).toEqual([refunded]);
    expect(await mine({ trouble: "disputed" })).toEqual([disputed]);
    expect(await mine({ trouble: "bank-asks" })).toEqual([disputed]);
    expect(await mine({ trouble: "refund-failed" })).toEqual([]);
    const before = await readOverview(deps);
    await deps.db.rows.refund.updateMany({
      where: { orderId: refunded },
      data: { state: "failed", endedAt: new Date() },
    });
    expect(await mine({ trouble: "refund-failed" })).toEqual([refunded]);
    const { failedRefunds, askedByBanks } = await readOverview(deps);
    expect(failedRefunds).toBe(before.failedRefunds + 1);
    expect(askedByBanks).toBeGreaterThan(0);
    await deps.db.rows.refund.updateMany({ where: { orderId: refunded }, data: { state: "asked", endedAt: null } });
    const { rows } = await listOrdersOfAll(deps, { member: member.memberId });
    expect(rows).toMatchObject([
      { memberEmail: member.email, standing: "disputed", dispute: "open", refunded: { amountMinor: 0 } },
      {
        standing: "withdrawn",
        dispute: null,
        charged: { amountMinor: 990, currency: "USD" },
        refunded: { amountMinor: 990 },
      },
      { state: "placed", dispute: null },
    ]);
  });

  it("finds each order by what its row says of it, in whatever way its money went", async () => {
    const sent = (state: string, amountMinor: number, ground = "billing-error") => ({ state, amountMinor, ground });
    const ways = [
      [],
      [sent("failed", 990)],
      [sent("asked", 990)],
      [sent("succeeded", 400), sent("failed", 590)],
      [sent("succeeded", 990)],
      [sent("succeeded", 594, "withdrawal")],
      [sent("succeeded", 0)],
    ];
    for (const way of ways) {
      const orderId = await paid();
      for (const { state, amountMinor, ground } of way) await plantRefund({ orderId, state, amountMinor, ground });
    }
    const { rows } = await listOrdersOfAll(deps, { member: member.memberId });
    expect(rows.map(({ standing }) => standing).reverse()).toEqual([
      "paid",
      "paid",
      "refunding",
      "partly-refunded",
      "refunded",
      "withdrawn",
      "paid",
    ]);
    for (const standing of orderStandings) {
      const said = rows.filter((row) => row.standing === standing).map(({ id }) => id);
      expect(await mine({ standing })).toEqual(said);
    }
  });

  it("goes on after the last row of a page, though newer orders come meanwhile", async () => {
    const request = { packId: "iai-100", method: "card", asksToStart: true } as const;
    for (let at = 0; at < 51; at++) await placeOrder(deps, member, { ...request, requestId: newId("request") });
    const page = await listOrdersOfAll(deps, { member: member.memberId });
    expect(page.rows).toHaveLength(50);
    await placed();
    const rest = await listOrdersOfAll(deps, { member: member.memberId, cursor: page.next as OrderId });
    expect(rest).toMatchObject({ next: null, rows: [{ state: "placed" }] });
    expect(page.rows.map(({ id }) => id)).not.toContain(rest.rows[0]?.id);
  });
});

describe("the file of an order", () => {
  it("says where the credits are, what went back, what was ruled and what the ledger wrote of them, holds and charges too", async () => {
    const orderId = await paid();
    await spend(40);
    await refund(orderId);
    const file = await viewOrderFile(deps, orderId);
    expect(file).toMatchObject({
      memberEmail: member.email,
      price: { amountMinor: 990, currency: "USD" },
      creditsNow: { granted: 100, available: 0, spent: 40, reclaimed: 60 },
      refunds: [{ ground: "withdrawal", note: "By mail.", state: "asked", amount: { amountMinor: 594 } }],
      rulings: [{ question: "orderRefund", outcome: "refunded" }],
      disputes: [],
    });
    const own = await listOwnOrderEntries(deps, member, { orderId });
    const told = (rows: readonly EntryView[]) => rows.map(({ kind, credits: moved }) => [kind, moved]);
    expect(told(own.rows)).toEqual([
      ["reclaim", 60],
      ["capture", 40],
      ["hold", 40],
      ["grant", 100],
    ]);
    expect(told((await listOrderEntries(deps, { orderId, limit: 9 })).rows)).toEqual(told(own.rows));
    const other = await testMember(deps);
    await expect(listOwnOrderEntries(deps, other, { orderId })).rejects.toMatchObject({ code: "thing/not-found" });
  });

  it("tells of a dispute what was frozen and what was used by then", async () => {
    const orderId = await paid();
    await spend(40);
    await dispute(orderId);
    expect((await viewOrderFile(deps, orderId)).disputes).toMatchObject([
      { state: "open", reason: "fraudulent", frozen: 60, used: 40, closedAt: null },
    ]);
  });

  it("is not there for an order that never was", async () => {
    await expect(viewOrderFile(deps, newId("order"))).rejects.toMatchObject({ code: "thing/not-found" });
  });
});

it("shows members what went back of their own order and what their bank said, and no note of ours", async () => {
  const orderId = await paid();
  await refund(orderId);
  const own = await viewOwnOrder(deps.db, member.memberId, orderId);
  expect(own).toMatchObject({ refunds: [{ state: "asked", reclaimed: 100, goodwill: 0 }], disputes: [] });
  expect(JSON.stringify(own)).not.toContain("By mail.");
  const other = await testMember(deps);
  await expect(viewOwnOrder(deps.db, other.memberId, orderId)).rejects.toMatchObject({ code: "thing/not-found" });
});
