import { type Capability, capabilities, mayAsk, newId, type Role, type StaffId } from "@covenant/domain";
import type { AnyProcedure } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { belongingsOf, nobodys } from "../testing/belongings.ts";
import { memberSamples } from "../testing/member-samples.ts";
import type { Belongings } from "../testing/sample-inputs.ts";
import { scriptedPayments } from "../testing/scripted-payments.ts";
import { staffSamples } from "../testing/staff-samples.ts";
import { testMember, testStaff } from "../testing/test-people.ts";
import { hosts, type TestSite, testSite, type Visit } from "../testing/test-site.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { adminRouter } from "./admin-router.ts";
import type { Access } from "./procedures.ts";
import { rates } from "./rates.ts";
import { webRouter } from "./web-router.ts";

const payments = scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" });
let studio: TestStudio;
let site: TestSite;
/** What A has; B and everybody else ask for it. */
let a: Awaited<ReturnType<typeof belongingsOf>>;

beforeAll(async () => {
  studio = await testStudio({ payments });
  site = await testSite(studio.deps);
});
beforeEach(async () => {
  a = await belongingsOf(studio, payments);
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await site.app.close();
  await studio.deps.close();
});

type Cell = { path: string; type: AnyProcedure["_def"]["type"]; access: Access; sample: (of: Belongings) => unknown };
type Procedures = Record<string, { _def: { type: Cell["type"]; meta?: Access } }>;
type Samples = Record<string, Record<string, ((of: Belongings) => unknown) | undefined> | undefined>;

function cellsOf(router: { _def: { procedures: object } }, samples: Samples): Cell[] {
  return Object.entries(router._def.procedures as Procedures).map(([path, { _def }]) => {
    const [noun = "", verb = ""] = path.split(".");
    const sample = samples[noun]?.[verb];
    if (_def.meta === undefined || sample === undefined) throw new Error(`${path} has no access, or no sample input`);
    return { path, type: _def.type, access: _def.meta, sample };
  });
}

const ofMembers = cellsOf(webRouter, memberSamples as Samples);
const ofStaff = cellsOf(adminRouter, staffSamples as Samples);

/** Whether a procedure is told which thing of a member it is about. */
function namesAThing({ sample, access }: Cell): boolean {
  const said = (of: Belongings) => JSON.stringify(sample(of)).replaceAll(/req_[0-9a-f]{32}/g, "");
  return access.for === "member" && sample(a) !== undefined && said(a) !== said(nobodys(a));
}

type Outcome = { status: number; said: string };

async function ask({ path, type, sample }: Cell, of: Belongings, visit: Visit): Promise<Outcome> {
  if (type === "subscription") return firstOfStream(path, sample(of), visit);
  const { status, said } = await site[type === "query" ? "query" : "mutate"](path, sample(of), visit);
  return { status, said };
}

/** A stream has begun before it refuses: what counts is its first event. */
async function firstOfStream(
  path: string,
  input: unknown,
  { host, cookie, prefix = "/trpc" }: Visit,
): Promise<Outcome> {
  const response = await site.app.inject({
    method: "GET",
    url: `${prefix}/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
    headers: { host: host ?? hosts["image-ai-run"], ...(cookie ? { cookie } : {}) },
    payloadAsStream: true,
  });
  let text = "";
  for await (const chunk of response.stream()) {
    text += String(chunk);
    if (!/serialized-error|\nevent: message|\ndata: \{"id"/.test(text) || !text.endsWith("\n\n")) continue;
    break;
  }
  const refused = /"httpStatus":(\d{3})/.exec(text)?.[1];
  return {
    status: refused === undefined ? response.statusCode : Number(refused),
    said: text.replace(/"requestId":"[^"]*"/, ""),
  };
}

/** Everything that is stored, as one number; sessions and counts of tries are what asking itself leaves. */
async function everything(): Promise<string> {
  const { db } = studio.deps;
  const tables = await db.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'ledger', 'bullmq') AND table_type = 'BASE TABLE'
       AND table_name NOT IN ('rate_window', 'member_session', 'staff_session', '_prisma_migrations')
       AND has_table_privilege(format('%I.%I', table_schema, table_name), 'SELECT') ORDER BY 1`,
    [],
  );
  const digests = tables.map(
    ({ name }) => `(SELECT coalesce(sum(hashtextextended(t::text, 0)), 0) FROM ${name} t)::text`,
  );
  const [row] = await db.query<{ all: string }>(`SELECT concat_ws(',', ${digests.join(", ")}) AS "all"`, []);
  return row?.all ?? "";
}

type Expected = "allowed" | 401 | 403 | 404 | 409;
type Caller = { of?: Belongings; visit: () => Promise<Visit>; expects: (cell: Cell) => Expected };

/** First everything that must be refused, which must leave no trace; then everything that must not be. */
async function checkRow(cells: readonly Cell[], { of = a, visit, expects }: Caller): Promise<void> {
  const before = await everything();
  const wrong: string[] = [];
  for (const cell of cells.filter((each) => expects(each) !== "allowed")) {
    const { status } = await ask(cell, of, await visit());
    if (status !== expects(cell)) wrong.push(`${cell.path}: ${status} and not ${expects(cell)}`);
  }
  expect(await everything()).toBe(before);
  for (const cell of cells.filter((each) => expects(each) === "allowed")) {
    const { status, said } = await ask(cell, of, await visit());
    if (status !== 200) wrong.push(`${cell.path}: ${status} and not allowed (${said.slice(0, 200)})`);
  }
  expect(wrong).toEqual([]);
}

const onlyVisitors = ({ access }: Cell): Expected => (access.for === "visitor" ? "allowed" : 401);
const asMember = (memberId: Belongings["memberId"]) => async () => ({ cookie: await site.memberCookie(memberId) });

it("finds a declared access, a known rate and a sample input for every procedure", () => {
  for (const { path, access } of [...ofMembers, ...ofStaff]) {
    expect(["visitor", "member", "staff"], path).toContain(access.for);
    expect(Object.keys(rates), path).toContain(access.rate);
    if (access.for === "staff") expect(capabilities, path).toContain(access.capability);
    else expect(access.capability, path).toBeUndefined();
  }
  expect(ofMembers.every(({ access }) => access.for !== "staff")).toBe(true);
  expect(ofStaff.every(({ access }) => access.for !== "member")).toBe(true);
});

it("counts every change against a limit", () => {
  const uncounted = [...ofMembers, ...ofStaff].filter(
    ({ type, access }) => type === "mutation" && access.rate === "read",
  );
  expect(uncounted.map(({ path }) => path)).toEqual([]);
});

describe("the members' side", () => {
  it("lets a visitor do what needs no account", () =>
    checkRow(ofMembers, { visit: async () => ({}), expects: onlyVisitors }));

  it("lets a member do everything with what is theirs", () =>
    checkRow(ofMembers, { visit: asMember(a.memberId), expects: () => "allowed" }));

  it("shows a member nothing of another's, and tells it in no way from what never was", async () => {
    const b = await belongingsOf(studio, payments);
    const visit = asMember(b.memberId);
    // Both have a subscription, and the request that began the one is nothing to the other.
    const unlessSecond = ({ path }: Cell) => (path === "subscriptions.subscribe" ? 409 : "allowed");
    await checkRow(ofMembers, { visit, expects: (cell) => (namesAThing(cell) ? 404 : unlessSecond(cell)) });
    for (const cell of ofMembers.filter(namesAThing)) {
      const [theirs, nobody] = [await ask(cell, a, await visit()), await ask(cell, nobodys(a), await visit())];
      expect(theirs, cell.path).toEqual(nobody);
    }
  });

  it("takes a member of another storefront for a visitor here", async () => {
    const { memberId } = await testMember(studio.deps, { storefront: "apimodels" });
    await checkRow(ofMembers, { visit: asMember(memberId), expects: onlyVisitors });
  });

  it("shows a member of another storefront, at that storefront, nothing of a member here", async () => {
    const { memberId } = await testMember(studio.deps, { storefront: "apimodels" });
    const visit = async () => ({ host: hosts.apimodels, ...(await asMember(memberId)()) });
    await checkRow(ofMembers.filter(namesAThing), { visit, expects: () => 404 });
  });

  /** What only members may begin whom the terms admit. */
  const admitted = ["generations.request", "orders.place", "subscriptions.change", "keys.create"];
  const unlessAdmitted = ({ path }: Cell): Expected => (admitted.includes(path) ? 403 : "allowed");

  it("lets a member without a confirmed address read and leave, and begin nothing", async () => {
    await studio.deps.db.rows.member.update({ where: { id: a.memberId }, data: { emailConfirmedAt: null } });
    await checkRow(ofMembers, { visit: asMember(a.memberId), expects: unlessAdmitted });
  });

  it("lets a suspended member read and leave, and begin nothing", async () => {
    const suspension = { id: newId("case"), memberId: a.memberId, cause: "test", imposedAt: studio.deps.clock.now() };
    await studio.deps.db.rows.suspension.create({ data: suspension });
    await checkRow(ofMembers, { visit: asMember(a.memberId), expects: unlessAdmitted });
  });

  it("takes a member whose account is closed, or whose session ended, for a visitor", async () => {
    await studio.deps.db.rows.member.update({ where: { id: a.memberId }, data: { closedAt: new Date() } });
    const visitors = ofMembers.filter(({ path }) => path !== "members.signIn");
    await checkRow(visitors, { visit: asMember(a.memberId), expects: onlyVisitors });
    const { memberId } = await testMember(studio.deps);
    const cookie = await site.memberCookie(memberId);
    await studio.deps.db.query("UPDATE member_session SET expires_at = now() WHERE member_id = $1", [memberId]);
    await checkRow(ofMembers.filter(namesAThing), { visit: async () => ({ cookie }), expects: () => 401 });
  });

  it("knows no session of the staff", async () => {
    const { staffId } = await testStaff(studio.deps, { role: "admin" });
    const visit = async () => ({ cookie: await site.staffCookie(staffId) });
    await checkRow(ofMembers, { visit, expects: onlyVisitors });
  });

  it("has no procedure of the staff", async () => {
    for (const { path } of ofStaff.filter(({ access }) => access.for === "staff")) {
      if (ofMembers.some((cell) => cell.path === path)) continue;
      expect((await site.query(path, {}, await asMember(a.memberId)())).status, path).toBe(404);
    }
  });
});

describe("the staff's side", () => {
  const door = { host: hosts.staff, prefix: "/staff/trpc" };
  const asStaff = (staffId: StaffId) => async () => ({ ...door, cookie: await site.staffCookie(staffId) });
  /** What a role that may ask is told of these: the sample names nothing that is there, or agrees to no preview. */
  const refusedToAll: Readonly<Record<string, Expected>> = {
    "generations.attach": 404,
    "generations.release": 404,
    "routing.resolveAlarm": 404,
    "registry.edit": 409,
  };
  const byRole =
    (role: Role) =>
    ({ access, path }: Cell): Expected => {
      const mayDo = access.for === "visitor" || mayAsk([role], access.capability as Capability);
      return mayDo ? (refusedToAll[path] ?? "allowed") : 403;
    };

  it("lets nobody past the door without a session", () =>
    checkRow(ofStaff, { visit: async () => door, expects: onlyVisitors }));

  it.each(["support", "moderator", "admin"] as const)(
    "lets %s do what the role carries, and nothing else",
    async (role) => {
      const { staffId } = await testStaff(studio.deps, { role });
      await checkRow(ofStaff, { visit: asStaff(staffId), expects: byRole(role) });
    },
  );

  it("lets a role go from the next call on", async () => {
    const { staffId } = await testStaff(studio.deps, { role: "admin" });
    const cookie = await site.staffCookie(staffId);
    await studio.deps.db.rows.staff.update({ where: { id: staffId }, data: { roles: ["support"] } });
    const cells = ofStaff.filter(({ path }) => !path.startsWith("door."));
    await checkRow(cells, { visit: async () => ({ ...door, cookie }), expects: byRole("support") });
  });

  it("knows nobody whose session ended, or who was disabled", async () => {
    const { staffId } = await testStaff(studio.deps, { role: "admin" });
    const cookie = await site.staffCookie(staffId);
    await studio.deps.db.query("UPDATE staff_session SET absolute_expires_at = now() WHERE staff_id = $1", [staffId]);
    await checkRow(ofStaff, { visit: async () => ({ ...door, cookie }), expects: onlyVisitors });
    await studio.deps.db.rows.staff.update({ where: { id: staffId }, data: { disabledAt: new Date() } });
    const staffOnly = ofStaff.filter(({ access }) => access.for === "staff");
    await checkRow(staffOnly, { visit: asStaff(staffId), expects: onlyVisitors });
  });

  it("knows no session of a member", async () => {
    const visit = async () => ({ ...door, cookie: await site.memberCookie(a.memberId) });
    await checkRow(ofStaff, { visit, expects: onlyVisitors });
  });

  it("is not there at a storefront's host, whoever asks", async () => {
    const { staffId } = await testStaff(studio.deps, { role: "admin" });
    const visit = async () => ({ ...(await asStaff(staffId)()), host: hosts["image-ai-run"] });
    await checkRow(ofStaff, { visit, expects: () => 404 });
  });
});
