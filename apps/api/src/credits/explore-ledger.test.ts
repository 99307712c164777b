import { adjust, capture, getHold, grant, hold } from "@covenant/db";
import { credits, type HoldId, type MemberActor, newId, type OrderId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { testStaff } from "../testing/test-people.ts";
import { hosts, type TestSite, testSite } from "../testing/test-site.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";

let studio: TestStudio;
let site: TestSite;
let cookie: string;
let member: MemberActor;

beforeAll(async () => {
  studio = await testStudio();
  site = await testSite(studio.deps);
  cookie = await site.staffCookie((await testStaff(studio.deps, { role: "support" })).staffId);
});
beforeEach(async () => {
  member = await studio.member(50);
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await site.app.close();
  await studio.deps.close();
});

/** What the console gets. */
async function ask(verb: string, input: object) {
  const { status, body } = await site.query(`credits.${verb}`, input, {
    host: hosts.staff,
    prefix: "/staff/trpc",
    cookie,
  });
  return { status, data: JSON.parse(body).result?.data };
}

async function paidOrder(amount: number): Promise<OrderId> {
  const id = newId("order");
  const { storefront, memberId } = member;
  const order = { id, storefront, memberId, requestId: newId("request"), packId: "p", packName: "Small pack" };
  const price = { credits: amount, amountMinor: 500, currency: "USD", chargedMinor: 500, chargedCurrency: "USD" };
  await studio.deps.db.rows.order.create({
    data: { ...order, ...price, rate: "1", method: "card", state: "paid", placedAt: new Date(), paidAt: new Date() },
  });
  const paid = { amountMinor: 500, currency: "USD" } as const;
  const lot = { lotId: newId("lot"), credits: credits(amount), source: "pack", cause: id } as const;
  // Due before the gift, so that it is burned first.
  const expiresAt = new Date(Date.now() + 86_400_000);
  await grant(studio.deps.db, { walletId: memberId, ...lot, order: { id, paid }, expiresAt, key: id });
  return id;
}

const holdIdOf = async (id: string) =>
  (await studio.deps.db.rows.generation.findUniqueOrThrow({ where: { id } })).holdId as HoldId;

it("finds a wallet by its member's email, at every storefront where there is one", async () => {
  const { email } = await studio.deps.db.rows.member.findUniqueOrThrow({ where: { id: member.memberId } });
  const there = await studio.member(0, "apimodels");
  await studio.deps.db.rows.member.update({ where: { id: there.memberId }, data: { email } });
  expect((await ask("findWallets", { email: email.toUpperCase() })).data).toEqual([
    { memberId: there.memberId, email, storefront: "apimodels" },
    { memberId: member.memberId, email, storefront: "image-ai-run" },
  ]);
});

it("shows a wallet with every bucket, and what was ever granted as their sum", async () => {
  const { memberId } = member;
  await studio.request(member);
  await adjust(studio.deps.db, {
    walletId: memberId,
    credits: credits(5),
    cause: "act_1",
    reason: "mistake",
    key: "a",
  });
  const { data } = await ask("wallet", { memberId });
  const { available, held, frozen, spent, expired, reclaimed, forfeited, chargedBack, adjusted, granted } = data.wallet;
  expect(data.owner).toMatchObject({ memberId, storefront: "image-ai-run" });
  expect(data.wallet).toMatchObject({ granted: 50, adjusted: 5, version: 3, closedAt: null });
  expect(available + held + frozen + spent + expired + reclaimed + forfeited + chargedBack + adjusted).toBe(granted);
  const last = await ask("entry", { memberId, version: 3 });
  expect(last.data.entry.hash).toBe(data.wallet.head);
});

it("narrows entries by kind and by bucket, and pages what is left", async () => {
  const { memberId: walletId } = await studio.member(60);
  for (let at = 0; at < 55; at += 1) {
    const wanted = { walletId, holdId: newId("hold"), credits: credits(1), cause: "gen_1", key: `${at}` };
    await hold(studio.deps.db, wanted);
  }
  await adjust(studio.deps.db, { walletId, credits: credits(1), cause: "act_1", reason: "mistake", key: "a" });
  const first = (await ask("entries", { memberId: walletId, kind: "hold" })).data;
  const second = (await ask("entries", { memberId: walletId, kind: "hold", cursor: first.next })).data;
  expect([...first.rows, ...second.rows].map(({ version }) => version)).toEqual(
    Array.from({ length: 55 }, (_, at) => 56 - at),
  );
  expect(second.next).toBeNull();
  expect((await ask("entries", { memberId: walletId, bucket: "issued" })).data.rows).toMatchObject([{ kind: "grant" }]);
});

it("shows an order's lots and only what moved their credits", async () => {
  const orderId = await paidOrder(2);
  const generationId = await studio.request(member);
  const { data } = await ask("order", { orderId });
  expect(data).toMatchObject({ packName: "Small pack", lots: [{ orderId, granted: 2, paid: { amountMinor: 500 } }] });
  const { rows } = (await ask("orderEntries", { orderId })).data;
  const moves = rows.map(({ kind, cause }: { kind: string; cause: string }) => [kind, cause]);
  expect(moves).toEqual([
    ["hold", generationId],
    ["grant", orderId],
  ]);
});

it("shows a hold with its entries and its cause, and a generation with its holds", async () => {
  const generationId = await studio.request(member);
  const holdId = await holdIdOf(generationId);
  await capture(studio.deps.db, { walletId: member.memberId, holdId, key: "end" });
  const byHold = (await ask("hold", { holdId })).data;
  expect(byHold.holds).toEqual([await getHold(studio.deps.db, holdId)]);
  expect(byHold.holds).toMatchObject([{ state: "captured", cause: generationId }]);
  expect(byHold.entries.map(({ kind }: { kind: string }) => kind)).toEqual(["hold", "capture"]);
  expect((await ask("generation", { generationId })).data).toEqual(byHold);
  expect((await ask("holds", { memberId: member.memberId })).data).toEqual({ rows: byHold.holds, next: null });
});

it("chains an entry to the one before it", async () => {
  await studio.request(member);
  const { memberId } = member;
  const [first, second] = [await ask("entry", { memberId, version: 1 }), await ask("entry", { memberId, version: 2 })];
  expect(first.data).toMatchObject({ previousHash: null, hasNext: true });
  expect(second.data).toMatchObject({ previousHash: first.data.entry.hash, hasNext: false });
});

it("knows nothing of what never was", async () => {
  const { memberId } = member;
  const asked = [
    ask("wallet", { memberId: newId("member") }),
    ask("order", { orderId: newId("order") }),
    ask("hold", { holdId: newId("hold") }),
    ask("generation", { generationId: newId("generation") }),
    ask("entry", { memberId, version: 99 }),
  ];
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect((await ask("findWallets", { email: "nobody@member.test" })).data).toEqual([]);
});
