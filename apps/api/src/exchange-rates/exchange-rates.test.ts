import { newId, type StaffActor } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { placeOrder } from "../orders/place-order.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { scriptedPayments } from "../testing/scripted-payments.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember, testStaff } from "../testing/test-people.ts";
import { viewRates } from "./list-rates.ts";
import { setRate } from "./set-rate.ts";

let deps: TestDeps;
let admin: StaffActor;

beforeAll(async () => {
  deps = await testDeps({ payments: scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" }) });
  deps.clock.set(new Date());
  await seedCatalogue(deps);
  admin = { kind: "staff", staffId: (await testStaff(deps, { role: "admin" })).staffId, roles: ["admin"] };
});
afterAll(() => deps.close());

/** What an Alipay order of the five-dollar pack is charged now. */
async function charged() {
  const member = await testMember(deps, { storefront: "apimodels" });
  const asked = { requestId: newId("request"), packId: "api-usd-5", method: "alipay", asksToStart: true } as const;
  return (await placeOrder(deps, member, asked)).charged;
}

const set = (rate: string, effectiveAt?: Date) =>
  setRate(deps, admin, {
    requestId: newId("request"),
    storefront: "apimodels",
    rate,
    source: "The central bank's page.",
    ...(effectiveAt === undefined ? {} : { effectiveAt: effectiveAt.toISOString() }),
  });

it("charges at the rate of the moment, and an order keeps its own", async () => {
  const before = await charged();
  expect(before).toEqual({ amount: { amountMinor: 3600, currency: "CNY" }, rate: "7.20" });
  const tomorrow = new Date(deps.clock.now().getTime() + 86_400_000);
  await set("7.3015", tomorrow);
  expect((await charged())?.rate).toBe("7.20");
  deps.clock.set(tomorrow);
  expect(await charged()).toEqual({ amount: { amountMinor: 3651, currency: "CNY" }, rate: "7.3015" });
  expect((await deps.db.rows.order.findFirstOrThrow({ orderBy: { placedAt: "asc" } })).rate).toBe("7.20");
  expect(await deps.db.rows.act.count({ where: { act: "exchange-rate.set" } })).toBe(1);
});

it("is old after seven days, until one is set", async () => {
  const day = 86_400_000;
  expect(await viewRates(deps, "apimodels")).toMatchObject({ ageDays: 0, isStale: false });
  deps.clock.set(new Date(deps.clock.now().getTime() + 7 * day));
  expect(await viewRates(deps, "apimodels")).toMatchObject({ ageDays: 7, isStale: true });
  expect(await set("7.25")).toMatchObject({ ageDays: 0, isStale: false, rates: [{ rate: "7.25" }, {}, {}] });
});

it("refuses a slip, a time that is over, and a storefront that nobody pays so", async () => {
  const invalid = (field: string) => ({ code: "request/invalid", facts: { field } });
  await expect(set("72.0")).rejects.toMatchObject(invalid("rate"));
  await expect(set("7.20", new Date(deps.clock.now().getTime() - 1000))).rejects.toMatchObject(invalid("effectiveAt"));
  const elsewhere = {
    requestId: newId("request"),
    storefront: "image-ai-run",
    rate: "7.20",
    source: "A page.",
  } as const;
  await expect(setRate(deps, admin, elsewhere)).rejects.toMatchObject(invalid("storefront"));
});

it("is never edited, by the application nor by a rate that is none", async () => {
  await expect(deps.db.query("UPDATE exchange_rate SET rate = '1.0'", [])).rejects.toThrow("permission denied");
  await expect(
    deps.db.query(
      "INSERT INTO exchange_rate (id, storefront, base, quote, rate, effective_at, source, created_at) VALUES ('x', 'apimodels', 'USD', 'CNY', '0.0', now(), 's', now())",
      [],
    ),
  ).rejects.toThrow("exchange_rate_decimal");
});
