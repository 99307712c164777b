import { after, duration, fixedClock } from "@covenant/domain";
import { announcedTerms } from "@covenant/policy";
import { afterEach, beforeEach, expect, it } from "vitest";
import { viewMemberTerms } from "../members/view-member-terms.ts";
import { mailsTo } from "../testing/mail-box.ts";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember } from "../testing/test-people.ts";
import { announceTerms } from "./announce-terms.ts";

let deps: TestDeps;

beforeEach(async () => {
  deps = await testDeps();
  // While the next terms are announced and not in force.
  deps.clock.set("2026-11-21T12:00:00Z");
});
afterEach(() => deps.close());

const newsTo = async (email: string) =>
  (await mailsTo(deps, email)).filter(({ subject }) => subject.includes("new terms from"));

it("tells each member once, by a mail that says what changes, when, why it matters and where to read it", async () => {
  const member = await testMember(deps);
  expect(await announceTerms(deps)).toBe(1);
  expect(await announceTerms(deps)).toBe(0);
  const [mail, ...others] = await newsTo(member.email);
  expect(others).toEqual([]);
  expect(mail?.subject).toBe("Image-AI.run: new terms from 15 March 2027");
  expect(mail?.body).toContain("(clauses IAI-a30, IAI-13.3)");
  expect(mail?.body).toContain("your credits come back at once");
  expect(mail?.body).toContain("http://image-ai-run.test/legal/changes/2027-03-15");
  const { told } = await viewMemberTerms(deps, member.memberId);
  expect(told).toEqual([{ version: "2027-03-15", at: deps.clock.now().toISOString() }]);
});

it("stores the ruling under the terms of the day it tells", async () => {
  const member = await testMember(deps, { storefront: "modelmyimage" });
  await announceTerms(deps);
  const notice = await deps.db.rows.termsNotice.findFirstOrThrow({ where: { memberId: member.memberId } });
  expect(await deps.db.rows.ruling.findUnique({ where: { id: notice.rulingId } })).toMatchObject({
    question: "termsAcceptance",
    outcome: "told by mail",
    termsVersion: "2026-03-01",
  });
});

it("tells each member once however many rounds run at once", async () => {
  const members = await Promise.all(Array.from({ length: 12 }, () => testMember(deps)));
  const told = await Promise.all(Array.from({ length: 4 }, () => announceTerms(deps)));
  expect(told.reduce((sum, some) => sum + some, 0)).toBe(12);
  for (const { email } of members) expect(await newsTo(email)).toHaveLength(1);
});

it("goes on where a round was full, until everybody knows", async () => {
  await deps.db.query(
    `INSERT INTO member (id, storefront, email, password_hash, born_on, country, email_confirmed_at, created_at)
     SELECT 'mem_' || n, 'apimodels', 'm' || n || '@member.test', '', '1990-01-01', 'DE', now(), now()
     FROM generate_series(1, 230) n`,
    [],
  );
  expect([await announceTerms(deps), await announceTerms(deps), await announceTerms(deps)]).toEqual([200, 30, 0]);
});

it("tells neither who left nor an address that nobody confirmed, and that one once it is", async () => {
  const [left, unconfirmed] = [await testMember(deps), await testMember(deps)];
  await deps.db.query("UPDATE member SET closed_at = now() WHERE id = $1", [left.memberId]);
  await deps.db.query("UPDATE member SET email_confirmed_at = NULL WHERE id = $1", [unconfirmed.memberId]);
  expect(await announceTerms(deps)).toBe(0);
  await deps.db.query("UPDATE member SET email_confirmed_at = now() WHERE id = $1", [unconfirmed.memberId]);
  expect(await announceTerms(deps)).toBe(1);
});

it("tells nobody before the announcement, nor once the version is in force", async () => {
  await testMember(deps);
  const next = announcedTerms("image-ai-run", deps.clock.now());
  if (next === null) throw new Error("no terms are announced");
  for (const at of [after(next.announcedAt, -1), next.startsAt, after(next.startsAt, duration.days(3))]) {
    expect(await announceTerms({ ...deps, clock: fixedClock(at.toISOString()) })).toBe(0);
  }
});

it("keeps whom it told: a notice is neither changed nor taken back", async () => {
  await testMember(deps);
  await announceTerms(deps);
  await expect(deps.db.query("DELETE FROM terms_notice", [])).rejects.toMatchObject({ code: "CV001" });
  await expect(deps.db.query("UPDATE terms_notice SET told_at = now()", [])).rejects.toMatchObject({ code: "CV001" });
});
