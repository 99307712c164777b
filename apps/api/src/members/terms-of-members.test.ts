import { after, duration, fixedClock, type MemberActor, type StorefrontId, storefrontIds } from "@covenant/domain";
import { announcedTerms, termsInForce } from "@covenant/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember } from "../testing/test-people.ts";
import { acceptTerms } from "./accept-terms.ts";
import { admitMember } from "./admitted-member.ts";
import { viewAdmission } from "./view-admission.ts";
import { viewMember } from "./view-member.ts";
import { viewMemberTerms } from "./view-member-terms.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
  // While the next terms are announced and not in force.
  deps.clock.set("2026-11-21T12:00:00Z");
});
afterAll(() => deps.close());

/** The announced version of a storefront, and the same deps a day after it has come into force. */
function afterChange(storefront: StorefrontId) {
  const next = announcedTerms(storefront, deps.clock.now());
  if (next === null) throw new Error(`${storefront} has announced no terms`);
  const later: TestDeps = { ...deps, clock: fixedClock(after(next.startsAt, duration.days(1)).toISOString()) };
  return { later, version: next.version, first: termsInForce(storefront, deps.clock.now()).version };
}

const acceptancesOf = ({ memberId }: MemberActor) =>
  deps.db.rows.termsAcceptance.findMany({ where: { memberId }, orderBy: { termsVersion: "asc" } });

describe.each(["apimodels", "image-ai-run"] as const)("%s, once new terms are in force", (storefront) => {
  it("starts nothing for a member before they are accepted once, and then goes on", async () => {
    const member = await testMember(deps, { storefront });
    const { later, version, first } = afterChange(storefront);
    await admitMember(deps.db, member, deps.clock.now());
    await expect(admitMember(later.db, member, later.clock.now())).rejects.toMatchObject({
      code: "member/terms-not-accepted",
      facts: { termsVersion: version },
    });
    expect(await viewMember(later, member.memberId)).toMatchObject({
      termsAcceptance: "ask",
      acceptedTermsVersion: first,
    });
    await expect(acceptTerms(later, member, first)).rejects.toMatchObject({ code: "member/terms-not-accepted" });
    expect(await acceptTerms(later, member, version)).toMatchObject({
      termsAcceptance: "stands",
      acceptedTermsVersion: version,
    });
    expect(await admitMember(later.db, member, later.clock.now())).toMatchObject({ termsVersion: version });
    expect(await acceptancesOf(member)).toMatchObject([
      { termsVersion: first, how: "ticked" },
      { termsVersion: version, how: "ticked", acceptedAt: later.clock.now(), rulingId: null },
    ]);
  });
});

describe("ModelMyImage, once new terms are in force", () => {
  it("takes what a member asks for as accepting them, and records the ruling, once for many at once", async () => {
    const member = await testMember(deps, { storefront: "modelmyimage" });
    const { later, version, first } = afterChange("modelmyimage");
    expect(await viewMember(later, member.memberId)).toMatchObject({ termsAcceptance: "by-use" });
    const starts = Array.from({ length: 5 }, () => admitMember(later.db, member, later.clock.now()));
    for (const { termsVersion } of await Promise.all(starts)) expect(termsVersion).toBe(version);
    const [, accepted, ...others] = await acceptancesOf(member);
    expect(others).toEqual([]);
    expect(accepted).toMatchObject({ termsVersion: version, how: "by-use", acceptedAt: later.clock.now() });
    const rulings = await deps.db.rows.ruling.findMany({
      where: { memberId: member.memberId, question: "termsAcceptance" },
    });
    expect(rulings).toMatchObject([
      {
        id: accepted?.rulingId,
        outcome: "accepted by use",
        facts: { acceptedTermsVersion: first },
        termsVersion: version,
      },
    ]);
    expect(await viewMember(later, member.memberId)).toMatchObject({ termsAcceptance: "stands" });
  });

  it("records nothing for who only looks, or is refused", async () => {
    const member = await testMember(deps, { storefront: "modelmyimage" });
    const { later } = afterChange("modelmyimage");
    await viewAdmission(later, member);
    await deps.db.query("UPDATE member SET email_confirmed_at = NULL WHERE id = $1", [member.memberId]);
    await expect(admitMember(later.db, member, later.clock.now())).rejects.toMatchObject({
      code: "member/email-not-confirmed",
    });
    expect(await acceptancesOf(member)).toHaveLength(1);
  });
});

it("asks nobody for announced terms before their day, to the last moment", async () => {
  for (const storefront of storefrontIds) {
    const member = await testMember(deps, { storefront });
    const { startsAt } = announcedTerms(storefront, deps.clock.now()) ?? {};
    const last = new Date((startsAt ?? deps.clock.now()).getTime() - 1);
    await admitMember(deps.db, member, last);
    expect(await acceptancesOf(member)).toHaveLength(1);
  }
});

it("tells staff which terms a member accepted, when and how, and where that leaves them", async () => {
  const member = await testMember(deps, { storefront: "modelmyimage" });
  const { later, version, first } = afterChange("modelmyimage");
  expect(await viewMemberTerms(deps, member.memberId)).toMatchObject({
    inForce: first,
    announced: version,
    acceptance: "stands",
    accepted: [{ version: first, how: "ticked" }],
    told: [],
  });
  await admitMember(later.db, member, later.clock.now());
  expect(await viewMemberTerms(later, member.memberId)).toMatchObject({
    inForce: version,
    announced: null,
    accepted: [
      { version, how: "by-use", at: later.clock.now().toISOString() },
      { version: first, how: "ticked" },
    ],
  });
});
