import { auditLedger } from "@covenant/db";
import type { MemberId } from "@covenant/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { admitToGenerate } from "../members/admitted-member.ts";
import { type TestBilling, testBilling } from "../testing/test-billing.ts";
import { testTotpSecret } from "../testing/test-people.ts";
import { demoKeys } from "./demo-sign-ins.ts";
import { seedMembership } from "./membership.ts";
import { demoMember, seedPeople } from "./people.ts";

let billing: TestBilling;

beforeAll(async () => {
  billing = await testBilling();
  await seedPeople(billing.deps, demoKeys(testTotpSecret));
});
afterAll(() => billing.close());

const withSandbox = (url: string | undefined) => ({
  ...billing.deps,
  settings: { ...billing.deps.settings, SANDBOX_URL: url },
});

it("is left out where there is no sandbox to pay at, and bought there once", async () => {
  const { deps, sandbox } = billing;
  expect(await seedMembership(withSandbox(undefined))).toBe(false);
  expect(await seedMembership(withSandbox("http://127.0.0.1:9"))).toBe(false);
  expect(await deps.db.rows.subscription.count()).toBe(0);
  for (const _ of [1, 2]) expect(await seedMembership(withSandbox(sandbox.url))).toBe(true);
  expect(await deps.db.rows.order.findMany()).toMatchObject([{ kind: "period", state: "paid", credits: 40 }]);
  const storefront = "modelmyimage";
  const { id } = await deps.db.rows.member.findFirstOrThrow({ where: { storefront, email: demoMember.email } });
  const member = { kind: "member", memberId: id as MemberId, storefront } as const;
  expect(await admitToGenerate(deps.db, member, deps.clock.now())).toMatchObject({ memberId: id });
  expect(await auditLedger(deps.db)).toEqual([]);
});
