import { newId } from "@covenant/domain";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { placeOrder } from "../orders/place-order.ts";
import { seedCatalogue } from "../seed/catalogue.ts";
import { scriptedPayments } from "../testing/scripted-payments.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember } from "../testing/test-people.ts";
import { listDays, viewDay } from "./list-days.ts";
import { writeDay } from "./write-day.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps({ payments: scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" }) });
  await seedCatalogue(deps);
});
afterAll(() => deps.close());

/** Days in UTC, counted back from today by the database's clock. */
async function daysAgo(...counts: number[]): Promise<string[]> {
  const rows = await deps.db.query<{ day: string }>(
    "SELECT ((now() AT TIME ZONE 'UTC')::date - n)::text AS day FROM unnest($1::int[]) WITH ORDINALITY AS counted (n, at) ORDER BY at",
    [counts],
  );
  return rows.map(({ day }) => day);
}

async function orderOf(daysBack: number): Promise<void> {
  const request = { requestId: newId("request"), packId: "iai-100", method: "card", asksToStart: true } as const;
  const { id } = await placeOrder(deps, await testMember(deps), request);
  const owner = new pg.Client({ connectionString: deps.database.ownerUrl });
  await owner.connect();
  await owner.query("UPDATE credit_order SET placed_at = now() - make_interval(days => $2) WHERE id = $1", [
    id,
    daysBack,
  ]);
  await owner.end();
}

it("says of a day since the first order that was not compared that it was not, and lists none before", async () => {
  expect((await listDays(deps, {})).rows).toEqual([]);
  await orderOf(4);
  const [fourth = "", third = "", second = "", today = "", tomorrow = ""] = await daysAgo(4, 3, 2, 0, -1);
  await writeDay(deps, { day: third, matched: 0, sums: [], settled: [], found: [] });
  const { rows } = await listDays(deps, {});
  const states = rows.filter(({ day }) => day <= second).map(({ day, state }) => [day, state]);
  expect(states).toEqual([
    [second, "not-compared"],
    [third, "balanced"],
    [fourth, "not-compared"],
  ]);
  expect((await listDays(deps, { state: "not-compared" })).rows.map(({ day }) => day)).not.toContain(third);
  expect(await viewDay(deps, { day: fourth })).toMatchObject({
    state: "not-compared",
    comparedAt: null,
    differences: [],
  });
  expect(await viewDay(deps, { day: today })).toMatchObject({ state: "not-compared" });
  await expect(viewDay(deps, { day: tomorrow })).rejects.toMatchObject({ code: "thing/not-found" });
});
