import { hold } from "@covenant/db";
import { credits, newId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seedCatalogue } from "../seed/catalogue.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember } from "../testing/test-people.ts";
import { giveCredits } from "../testing/test-studio.ts";
import { buildMetricsServer } from "./metrics-server.ts";
import { moneyFigures } from "./money-figures.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
  await seedCatalogue(deps);
});
afterAll(() => deps.close());

async function figures(): Promise<string> {
  const server = buildMetricsServer(deps);
  const { body } = await server.inject("/metrics");
  await server.close();
  return body;
}

it("has every figure of money, and says what is so and not what was", async () => {
  const { memberId: walletId } = await testMember(deps);
  await giveCredits(deps, walletId, 10);
  const holdId = newId("hold");
  await hold(deps.db, { walletId, holdId, credits: credits(3), cause: newId("generation"), key: "hold" });
  await deps.db.query(
    "INSERT INTO unsigned_event VALUES ('stripe', (now() AT TIME ZONE 'UTC')::date, 4, now(), now())",
    [],
  );
  const said = await figures();
  for (const { name, help } of moneyFigures) expect(said).toContain(`# HELP ${name} ${help}`);
  expect(said).toContain('covenant_holds_open{review="no"} 1');
  expect(said).toMatch(/covenant_hold_oldest_seconds \d/);
  expect(said).toContain('covenant_webhooks_unsigned{processor="stripe"} 4');
  expect(said).toContain('covenant_exchange_rate_age_days{storefront="apimodels"}');
});
