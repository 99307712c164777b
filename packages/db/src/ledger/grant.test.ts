import { credits, newId, type OrderId, Refusal } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLedger } from "./audit-ledger.ts";
import { getBalance } from "./balance.ts";
import { type Grant, grant } from "./grant.ts";
import { listLots } from "./lots.ts";
import { entriesOf } from "./statement.ts";
import { freshLedger, type LedgerDatabase, walletWith } from "./testing/ledger-database.ts";
import { paidOrder } from "./testing/paid-order.ts";

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await freshLedger();
});
afterAll(async () => {
  expect(await auditLedger(ledger)).toEqual([]);
  await ledger.drop();
});

async function packFor(amount: number): Promise<Grant> {
  const order = { id: newId("order"), paid: { amountMinor: 1200, currency: "USD" as const } };
  const walletId = await walletWith(ledger, 0);
  await paidOrder(ledger, { ...order, memberId: walletId, credits: amount });
  return {
    walletId,
    lotId: newId("lot"),
    credits: credits(amount),
    source: "pack",
    order,
    expiresAt: new Date("2040-05-01T00:00:00.125Z"),
    cause: order.id,
    reason: "order paid",
    key: order.id,
  };
}

it("opens a lot with what was paid for it and an entry that the order caused", async () => {
  const pack = await packFor(120);
  expect(await grant(ledger, pack)).toEqual({
    moved: 120,
    version: 1,
    available: 120,
    held: 0,
    frozen: 0,
    replayed: false,
    lotId: pack.lotId,
  });
  expect(await listLots(ledger, pack.walletId)).toMatchObject([
    {
      id: pack.lotId,
      source: "pack",
      granted: 120,
      available: 120,
      expiresAt: "2040-05-01T00:00:00.125Z",
      orderId: pack.order?.id,
      paid: pack.order?.paid,
    },
  ]);
  expect(await entriesOf(ledger, String(pack.cause))).toMatchObject([
    {
      version: 1,
      kind: "grant",
      from: "issued",
      to: "available",
      credits: 120,
      availableAfter: 120,
      cause: pack.cause,
    },
  ]);
});

it("grants once for one payment announced twice, though the second try names another lot", async () => {
  const pack = await packFor(10);
  const first = await grant(ledger, pack);
  await grant(ledger, { ...pack, lotId: newId("lot"), key: "later", source: "bonus" });
  expect(await grant(ledger, { ...pack, lotId: newId("lot") })).toEqual({ ...first, replayed: true });
  expect((await getBalance(ledger, pack.walletId)).available).toBe(20);
});

it("grants once for twenty announcements at once", async () => {
  const pack = await packFor(10);
  const receipts = await Promise.all(Array.from({ length: 20 }, () => grant(ledger, { ...pack, lotId: newId("lot") })));
  expect(new Set(receipts.map((receipt) => receipt.lotId)).size).toBe(1);
  expect((await getBalance(ledger, pack.walletId)).available).toBe(10);
});

it.each<[string, Partial<Grant>]>([
  ["amount", { credits: credits(11) }],
  ["price", { order: { id: newId("order"), paid: { amountMinor: 1, currency: "EUR" } } }],
  ["expiry", { expiresAt: new Date("2041-01-01") }],
  ["source", { source: "subscription" }],
  ["reason", { reason: "another" }],
])("refuses a key that comes back with another %s", async (_, change) => {
  const pack = await packFor(10);
  await grant(ledger, pack);
  await expect(grant(ledger, { ...pack, ...change })).rejects.toThrow(new Refusal("request/reused-key"));
});

it("keeps keys apart by wallet", async () => {
  const [mine, theirs] = [await packFor(1), await packFor(2)];
  await grant(ledger, { ...mine, key: "same" });
  expect(await grant(ledger, { ...theirs, key: "same" })).toMatchObject({ replayed: false, available: 2 });
});

it("grants nothing to a wallet that does not exist", async () => {
  const granting = grant(ledger, { ...(await packFor(1)), walletId: newId("member") });
  await expect(granting).rejects.toMatchObject({ code: "thing/not-found", facts: { thing: "wallet" } });
});

it("takes no lot that no paid order of its member brought, and none as another thing than it bought", async () => {
  const pack = await packFor(10);
  const notBought = { constraint: "lot_of_paid_order" };
  const of = (change: Partial<Grant>) => grant(ledger, { ...pack, ...change });
  const paid = pack.order?.paid ?? { amountMinor: 0, currency: "USD" as const };
  await expect(of({ order: { id: "ord_nonsense" as OrderId, paid } })).rejects.toMatchObject(notBought);
  await expect(of({ credits: credits(11) })).rejects.toMatchObject(notBought);
  await expect(of({ source: "subscription" })).rejects.toMatchObject(notBought);
  await expect(
    of({ order: { ...pack.order, paid: { amountMinor: 1, currency: "USD" } } as never }),
  ).rejects.toMatchObject(notBought);
  await expect(of({ walletId: await walletWith(ledger, 0) })).rejects.toMatchObject(notBought);
  const unpaid = newId("order");
  await ledger.query(
    `INSERT INTO credit_order (id, storefront, member_id, request_id, pack_id, pack_name, credits, amount_minor, currency,
       charged_minor, charged_currency, rate, method, state, placed_at)
     SELECT $2::text, storefront, member_id, $2::text, pack_id, pack_name, credits, amount_minor, currency, charged_minor,
       charged_currency, rate, method, 'placed', placed_at FROM credit_order WHERE id = $1::text`,
    [String(pack.order?.id), unpaid],
  );
  await expect(of({ order: { id: unpaid, paid } })).rejects.toMatchObject(notBought);
  await expect(of({ order: { id: unpaid, paid }, source: "bonus" })).rejects.toMatchObject(notBought);
  expect(await of({})).toMatchObject({ moved: 10 });
});

it("takes one lot of an order, under whatever key, from whoever comes first", async () => {
  const pack = await packFor(10);
  const tries = Array.from({ length: 8 }, (_, at) => grant(ledger, { ...pack, lotId: newId("lot"), key: `try ${at}` }));
  const outcomes = await Promise.allSettled(tries);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ constraint: "lot_once_an_order" });
  }
  expect((await getBalance(ledger, pack.walletId)).available).toBe(10);
});

it("keeps a paid order as it was, for the application and for its owner", async () => {
  const pack = await packFor(10);
  await grant(ledger, pack);
  const id = [String(pack.order?.id)];
  await expect(ledger.query("DELETE FROM credit_order WHERE id = $1", id)).rejects.toThrow("permission denied");
  await expect(ledger.query("UPDATE credit_order SET credits = 99 WHERE id = $1", id)).rejects.toThrow(
    "stands as it is",
  );
  await expect(
    ledger.query("UPDATE credit_order SET state = 'expired', paid_at = NULL WHERE id = $1", id),
  ).rejects.toThrow("stands as it is");
  await expect(ledger.asOwner("RESET ROLE", `DELETE FROM credit_order WHERE id = '${id}'`)).rejects.toThrow(
    "stands as it is",
  );
  await ledger.query("UPDATE credit_order SET refunded_minor = 1 WHERE id = $1", id);
});

it("takes no pack without an order, no goodwill with one, and no grant of nothing", async () => {
  const { order: _, ...withoutOrder } = await packFor(1);
  await expect(grant(ledger, withoutOrder)).rejects.toMatchObject({ constraint: "lot_bought_by_order" });
  const goodwill = grant(ledger, { ...(await packFor(1)), source: "goodwill" });
  await expect(goodwill).rejects.toMatchObject({ constraint: "lot_bought_by_order" });
  await expect(grant(ledger, await packFor(0))).rejects.toMatchObject({ code: "23514" });
});
