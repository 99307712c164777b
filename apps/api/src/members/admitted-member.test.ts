import { newId } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember } from "../testing/test-people.ts";
import { testSubscription } from "../testing/test-subscription.ts";
import { admitMember, admitToGenerate } from "./admitted-member.ts";
import { viewAdmission } from "./view-admission.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

const now = () => deps.clock.now();
const admit = (member: Awaited<ReturnType<typeof testMember>>) => admitMember(deps.db, member, now());
const suspend = (memberId: string, endsAt: Date | null, liftedAt: Date | null = null) =>
  deps.db.rows.suspension.create({
    data: { id: newId("case"), memberId, cause: "strikes", imposedAt: now(), endsAt, liftedAt },
  });

it("admits an adult with the terms accepted and the address confirmed", async () => {
  const member = await testMember(deps);
  const { version: termsVersion } = termsInForce(member.storefront, now());
  const admitted = { memberId: member.memberId, bornOn: "1990-05-31", country: "DE", termsVersion };
  expect(await admit(member)).toEqual(admitted);
});

it("loads the facts in one statement, and writes nothing where nothing is accepted by it", async () => {
  const member = await testMember(deps);
  let statements = 0;
  const query: typeof deps.db.query = (text, params) => {
    statements += 1;
    return deps.db.query(text, params);
  };
  await admitToGenerate({ query, transaction: () => Promise.reject(new Error("writes")) }, member, now());
  expect(statements).toBe(1);
});

it("refuses with the code and the clause of the ruling", async () => {
  const unconfirmed = await testMember(deps);
  await deps.db.query("UPDATE member SET email_confirmed_at = NULL WHERE id = $1", [unconfirmed.memberId]);
  await expect(admit(unconfirmed)).rejects.toMatchObject({
    code: "member/email-not-confirmed",
    facts: { clauses: expect.stringMatching(/\w+-/), explanation: expect.any(String) },
  });
  const young = await testMember(deps);
  await deps.db.query("UPDATE member SET born_on = '2020-01-01' WHERE id = $1", [young.memberId]);
  await expect(admit(young)).rejects.toMatchObject({ code: "member/too-young" });
});

it("refuses while a suspension runs, and neither after its end nor once it is lifted", async () => {
  const member = await testMember(deps);
  await suspend(member.memberId, new Date(now().getTime() - 1000));
  await suspend(member.memberId, null, now());
  expect(await admit(member)).toMatchObject({ memberId: member.memberId });
  await suspend(member.memberId, new Date(now().getTime() + 1000));
  await expect(admit(member)).rejects.toMatchObject({ code: "member/suspended" });
  const forGood = await testMember(deps);
  await suspend(forGood.memberId, null);
  await suspend(forGood.memberId, new Date(now().getTime() - 1000));
  await expect(admit(forGood)).rejects.toMatchObject({ code: "member/suspended" });
});

it("shows beforehand what it would say, with the clause and the way out", async () => {
  const member = await testMember(deps);
  const { version: termsVersion } = termsInForce(member.storefront, now());
  expect(await viewAdmission(deps, member)).toMatchObject({ refusal: null, termsVersion });
  await deps.db.query("UPDATE member SET email_confirmed_at = NULL WHERE id = $1", [member.memberId]);
  expect(await viewAdmission(deps, member)).toMatchObject({
    refusal: "member/email-not-confirmed",
    clauses: [{ id: expect.stringMatching(/\w+-/), termsVersion, path: expect.stringContaining("/legal/") }],
    explanation: expect.stringContaining("Open the link in the mail"),
  });
  await suspend(member.memberId, new Date(now().getTime() + 86_400_000));
  expect(await viewAdmission(deps, member)).toMatchObject({
    refusal: "member/suspended",
    explanation: expect.stringMatching(/Your suspension ends on \d{1,2} \w+ \d{4}\./),
  });
});

it("does not know a member whose account is closed", async () => {
  const member = await testMember(deps);
  await deps.db.query("UPDATE member SET closed_at = now() WHERE id = $1", [member.memberId]);
  await expect(admit(member)).rejects.toMatchObject({ code: "session/required" });
});

describe("at ModelMyImage, where generating asks for a membership", () => {
  const storefront = "modelmyimage" as const;
  const toGenerate = (member: Awaited<ReturnType<typeof testMember>>) => admitToGenerate(deps.db, member, now());
  const set = (memberId: string, data: object) => deps.db.rows.subscription.updateMany({ where: { memberId }, data });

  it("admits who has none to buy, and not to generate", async () => {
    const member = await testMember(deps, { storefront, subscribes: false });
    expect(await admit(member)).toMatchObject({ memberId: member.memberId });
    await expect(toGenerate(member)).rejects.toMatchObject({
      code: "member/membership-inactive",
      facts: { clauses: "MMI-i4, MMI-a17" },
    });
    expect(await viewAdmission(deps, member)).toMatchObject({ refusal: "member/membership-inactive" });
    expect(await viewAdmission(deps, member, "buy")).toMatchObject({ refusal: null });
  });

  it("admits to generate while the subscription is in good standing", async () => {
    const member = await testMember(deps, { storefront });
    const day = 86_400_000;
    expect(await toGenerate(member)).toMatchObject({ memberId: member.memberId });
    await set(member.memberId, { state: "past-due", pastDueSince: new Date(now().getTime() - 6 * day) });
    expect(await toGenerate(member)).toMatchObject({ memberId: member.memberId });
    await set(member.memberId, { pastDueSince: new Date(now().getTime() - 7 * day) });
    await expect(toGenerate(member)).rejects.toMatchObject({ code: "member/membership-inactive" });
    const cancelled = { state: "cancelling", cancelledAt: now(), cancelledBy: "mail" };
    await set(member.memberId, { ...cancelled, pastDueSince: null, endsAt: new Date(now().getTime() + 1) });
    expect(await toGenerate(member)).toMatchObject({ memberId: member.memberId });
    await set(member.memberId, { endsAt: now() });
    await expect(toGenerate(member)).rejects.toMatchObject({ code: "member/membership-inactive" });
  });

  it("tells who subscribed and has not paid yet, also after an earlier membership", async () => {
    const member = await testMember(deps, { storefront });
    await set(member.memberId, { state: "ended", endedAt: now() });
    const { id } = await testSubscription(deps.db, member, now());
    await deps.db.rows.subscription.update({ where: { id }, data: { state: "placed", startedAt: null } });
    await expect(toGenerate(member)).rejects.toMatchObject({ code: "member/membership-unverified" });
  });
});
