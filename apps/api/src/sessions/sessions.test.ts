import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { testMember, testStaff } from "../testing/test-people.ts";
import { testBrowser } from "../testing/test-request.ts";
import { endMemberSession, endMemberSessions, readMemberSession, startMemberSession } from "./member-session.ts";
import { hashToken, newToken } from "./session-token.ts";
import { readStaffSession, startStaffSession } from "./staff-session.ts";
import { sweepSessions } from "./sweep-sessions.ts";

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
});
afterAll(() => deps.close());

async function signedInMember() {
  const member = await testMember(deps);
  const browser = testBrowser(deps);
  browser.request().setCookie(await startMemberSession(deps.db, member.memberId, browser.cookies()));
  const read = () => readMemberSession(browser.request(), member.storefront);
  const move = (column: "expires_at" | "absolute_expires_at", seconds: number) =>
    deps.db.query(`UPDATE member_session SET ${column} = now() + make_interval(secs => $2) WHERE member_id = $1`, [
      member.memberId,
      seconds,
    ]);
  const left = async (column: "expires_at" | "absolute_expires_at") => {
    const text = `SELECT extract(epoch FROM ${column} - now())::float8 AS left FROM member_session WHERE member_id = $1`;
    return (await deps.db.query<{ left: number }>(text, [member.memberId]))[0]?.left;
  };
  return { member, browser, read, move, left };
}

async function signedInStaff() {
  const staff = await testStaff(deps);
  const browser = testBrowser(deps);
  browser.request().setCookie(await startStaffSession(deps.db, staff.staffId, browser.cookies()));
  return { staff, browser, read: () => readStaffSession(browser.request()) };
}

it("makes tokens of 256 bits that do not repeat", () => {
  const tokens = new Set(Array.from({ length: 1000 }, newToken));
  expect(tokens.size).toBe(1000);
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
});

it("opens nothing with what the database holds", async () => {
  const { member, browser, read } = await signedInMember();
  const { memberId, storefront } = member;
  expect(await read()).toEqual({ kind: "member", memberId, storefront });
  const rows = await deps.db.query<{ id: string }>("SELECT id FROM member_session WHERE member_id = $1", [memberId]);
  const stored = rows[0]?.id ?? "";
  expect(stored).toBe(hashToken(browser.cookies().split("=")[1] ?? ""));
  for (const guess of [stored, stored.slice(0, 43), Buffer.from(stored, "hex").toString("base64url")]) {
    const thief = testBrowser(deps, { cookies: `__Host-covenant-member=${guess}` });
    expect(await readMemberSession(thief.request(), storefront)).toBeNull();
  }
});

it("gives each of many requests of one moment its own person, and a dead session nobody", async () => {
  const [one, two, gone] = await Promise.all([signedInMember(), signedInMember(), signedInMember()]);
  await gone.move("expires_at", -1);
  const read = await Promise.all([one, two, gone, one].map((each) => each.read()));
  expect(read.map((actor) => actor?.memberId)).toEqual([
    one.member.memberId,
    two.member.memberId,
    undefined,
    one.member.memberId,
  ]);
});

it("sets cookies that stay with their host, away from scripts and other sites", async () => {
  const { browser: members } = await signedInMember();
  const { browser: staff } = await signedInStaff();
  const attributes = (cookie = "") => cookie.split("; ").slice(1).sort();
  expect(members.lastSetCookie()).toMatch(/^__Host-covenant-member=[\w-]{43}; /);
  expect(attributes(members.lastSetCookie())).toEqual([
    "HttpOnly",
    "Max-Age=2592000",
    "Path=/",
    "SameSite=Lax",
    "Secure",
  ]);
  expect(staff.lastSetCookie()).toMatch(/^__Host-covenant-staff=[\w-]{43}; /);
  expect(attributes(staff.lastSetCookie())).toEqual([
    "HttpOnly",
    "Max-Age=43200",
    "Path=/",
    "SameSite=Strict",
    "Secure",
  ]);
});

it("gives a new token at every sign-in and ends the one the browser came with", async () => {
  const { member, browser, read } = await signedInMember();
  const planted = browser.cookies();
  browser.request().setCookie(await startMemberSession(deps.db, member.memberId, planted));
  expect(browser.cookies()).not.toBe(planted);
  expect(await read()).not.toBeNull();
  expect(await readMemberSession(testBrowser(deps, { cookies: planted }).request(), member.storefront)).toBeNull();
});

it("ends a session that was not used for its idle time", async () => {
  const { read, move, left } = await signedInMember();
  expect(await left("expires_at")).toBeCloseTo(14 * 86_400, -2);
  await move("expires_at", 5);
  expect(await read()).not.toBeNull();
  await move("expires_at", -1);
  expect(await read()).toBeNull();
});

it("lengthens a session that is used, to the minute, and never past its absolute end", async () => {
  const { read, move, left } = await signedInMember();
  await move("expires_at", 14 * 86_400 - 30);
  await read();
  expect(await left("expires_at")).toBeLessThan(14 * 86_400 - 25);
  await move("expires_at", 14 * 86_400 - 90);
  await read();
  expect(await left("expires_at")).toBeGreaterThan(14 * 86_400 - 25);
  expect(await left("absolute_expires_at")).toBeCloseTo(30 * 86_400, -2);
  await move("absolute_expires_at", -1);
  expect(await read()).toBeNull();
});

it("ends a staff session after 30 idle minutes or 12 hours", async () => {
  const { staff, read } = await signedInStaff();
  const [row] = await deps.db.query<{ idle: number; absolute: number }>(
    `SELECT extract(epoch FROM expires_at - created_at)::float8 AS idle,
       extract(epoch FROM absolute_expires_at - created_at)::float8 AS absolute
     FROM staff_session WHERE staff_id = $1`,
    [staff.staffId],
  );
  expect(row?.idle).toBeCloseTo(30 * 60, -1);
  expect(row?.absolute).toBeCloseTo(12 * 3600, -1);
  await deps.db.query("UPDATE staff_session SET expires_at = now() WHERE staff_id = $1", [staff.staffId]);
  expect(await read()).toBeNull();
});

it("goes by the database's clock, whatever the clock of the process says", async () => {
  const { read, move } = await signedInMember();
  const wrong = vi.spyOn(Date, "now").mockReturnValue(Date.parse("2040-01-01"));
  expect(await read()).not.toBeNull();
  wrong.mockReturnValue(Date.parse("2000-01-01"));
  await move("expires_at", -1);
  expect(await read()).toBeNull();
  wrong.mockRestore();
});

it("reads a session and its person in one statement", async () => {
  const { browser, member } = await signedInMember();
  const statements: string[] = [];
  const query: typeof deps.db.query = (text, params) => {
    statements.push(text);
    return deps.db.query(text, params);
  };
  const facts = { ...browser.request(), deps: { ...deps, db: { ...deps.db, query } } };
  expect(await readMemberSession(facts, member.storefront)).not.toBeNull();
  expect(statements).toHaveLength(1);
});

it("knows a member at their own storefront only, and not at the console", async () => {
  const { browser } = await signedInMember();
  expect(await readMemberSession(browser.request(), "apimodels")).toBeNull();
  const cookies = browser.cookies().replace("-member=", "-staff=");
  expect(await readStaffSession(testBrowser(deps, { cookies }).request())).toBeNull();
});

it("stops knowing whoever may no longer enter, at the next request", async () => {
  const { member, read } = await signedInMember();
  await deps.db.query("UPDATE member SET closed_at = now() WHERE id = $1", [member.memberId]);
  expect(await read()).toBeNull();
  const { staff, read: readStaff } = await signedInStaff();
  await deps.db.query("UPDATE staff SET roles = '{moderator}' WHERE id = $1", [staff.staffId]);
  expect(await readStaff()).toEqual({ kind: "staff", staffId: staff.staffId, roles: ["moderator"] });
  await deps.db.query("UPDATE staff SET disabled_at = now() WHERE id = $1", [staff.staffId]);
  expect(await readStaff()).toBeNull();
});

it("deletes the session at sign-out, not only its cookie", async () => {
  const { member, browser, read } = await signedInMember();
  const kept = browser.cookies();
  await endMemberSession(browser.request());
  expect(browser.lastSetCookie()).toMatch(/^__Host-covenant-member=; .*Max-Age=0/);
  expect(await read()).toBeNull();
  expect(await readMemberSession(testBrowser(deps, { cookies: kept }).request(), member.storefront)).toBeNull();
});

it("ends every session of a member at once", async () => {
  const { member, read } = await signedInMember();
  await startMemberSession(deps.db, member.memberId, "");
  await endMemberSessions(deps.db, member.memberId);
  expect(await read()).toBeNull();
  expect(await deps.db.query("SELECT 1 FROM member_session WHERE member_id = $1", [member.memberId])).toEqual([]);
});

it("is not disturbed by other cookies, however malformed", async () => {
  const { member, browser } = await signedInMember();
  const cookies = `broken=%E0%A4%A; ;=; __Host-covenant-member-x=1; ${browser.cookies()};theme=dark`;
  expect(await readMemberSession(testBrowser(deps, { cookies }).request(), member.storefront)).not.toBeNull();
});

it("sweeps the sessions that ended and leaves the others", async () => {
  const { read: readEnded, move } = await signedInMember();
  const { read: readLive } = await signedInMember();
  await sweepSessions(deps);
  await move("absolute_expires_at", -1);
  expect(await sweepSessions(deps)).toBe(1);
  expect(await readEnded()).toBeNull();
  expect(await readLive()).not.toBeNull();
});
