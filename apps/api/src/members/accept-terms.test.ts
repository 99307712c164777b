import { openWallet } from "@covenant/db";
import { type MemberActor, newId } from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { acceptTerms } from "./accept-terms.ts";
import { admitMember } from "./admitted-member.ts";
import { viewAdmission } from "./view-admission.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

/** A member of a time when other terms were in force. */
async function memberOfOldTerms(): Promise<MemberActor> {
  const id = newId("member");
  await deps.db.transaction(async (tx) => {
    const dates = { emailConfirmedAt: tx.at, createdAt: tx.at };
    const person = { email: `${id}@member.test`, passwordHash: "", bornOn: new Date("1990-05-31"), country: "DE" };
    await tx.rows.member.create({ data: { id, storefront: "apimodels", ...dates, ...person } });
    await tx.rows.termsAcceptance.create({ data: { memberId: id, termsVersion: "2020-01-01", acceptedAt: tx.at } });
    await openWallet(tx, id);
  });
  return { kind: "member", memberId: id, storefront: "apimodels" };
}

it("admits a member again once the terms in force are accepted, and twice is once", async () => {
  const actor = await memberOfOldTerms();
  const { version } = termsInForce("apimodels", deps.clock.now());
  await expect(admitMember(deps.db, actor, deps.clock.now())).rejects.toMatchObject({
    code: "member/terms-not-accepted",
    facts: { termsVersion: version },
  });
  expect(await viewAdmission(deps, actor)).toMatchObject({
    refusal: "member/terms-not-accepted",
    termsVersion: version,
  });
  expect(await acceptTerms(deps, actor, version)).toMatchObject({ acceptedTermsVersion: version });
  await acceptTerms(deps, actor, version);
  expect(await admitMember(deps.db, actor, deps.clock.now())).toMatchObject({ termsVersion: version });
});

it("takes no other version than the one in force", async () => {
  const actor = await memberOfOldTerms();
  await expect(acceptTerms(deps, actor, "2020-01-01")).rejects.toMatchObject({ code: "member/terms-not-accepted" });
});
