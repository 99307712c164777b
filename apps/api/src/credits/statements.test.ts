import { adjust, capture, forfeit, grant, hold } from "@covenant/db";
import { credits, type MemberActor, newId } from "@covenant/domain";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";
import { type TestSite, testSite } from "../testing/test-site.ts";
import { giveCredits, type TestStudio, testStudio } from "../testing/test-studio.ts";
import { listStatementMonths } from "./statement-month.ts";
import { listStatementEntries, viewStatement } from "./view-statement.ts";

let studio: TestStudio;
let site: TestSite;
let member: MemberActor;
let cookie: string;

beforeAll(async () => {
  studio = await testStudio();
  site = await testSite(studio.deps);
});
beforeEach(async () => {
  await setClock("2026-09-15T12:00:00Z");
  member = await studio.member(50);
  await setClock("2026-11-21T12:00:00Z");
  studio.deps.clock.set("2026-11-21T12:00:00Z");
  cookie = await site.memberCookie(member.memberId);
});
afterAll(async () => {
  expect(await studio.audit()).toEqual([]);
  await site.app.close();
  await studio.deps.close();
});

/** Stops the ledger's clock, which dates entries. */
async function setClock(at: string): Promise<void> {
  const owner = new pg.Client({ connectionString: studio.deps.database.ownerUrl });
  await owner.connect();
  await owner.query("SET ROLE ledger_owner");
  await owner.query(
    `CREATE OR REPLACE FUNCTION ledger.clock() RETURNS timestamptz LANGUAGE sql VOLATILE RETURN timestamptz '${at}'`,
  );
  await owner.end();
}

const download = (file: string, headers: Record<string, string> = {}) =>
  site.send({ method: "GET", url: `/statements/${file}`, cookie, headers });

/** A charge for a generation of theirs, and one for a generation whose history entry is gone. */
async function spend(): Promise<string> {
  const kept = await studio.request(member);
  const { memberId: walletId } = member;
  const holdId = newId("hold");
  await hold(studio.deps.db, { walletId, holdId, credits: credits(7), cause: newId("generation"), key: "old" });
  await capture(studio.deps.db, { walletId, holdId, key: "old end" });
  return kept;
}

/** Lines of a CSV whose cells have no line breaks, by column. */
function rowsOf(csv: string): Record<string, string>[] {
  const [head = "", ...lines] = csv.trimEnd().split("\r\n");
  const names = head.split(",");
  return lines.map((line) => {
    const cells = [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, bare]) => quoted ?? bare);
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

it("lists the months of the account, the newest first", async () => {
  expect(await listStatementMonths(studio.deps, member)).toEqual({
    zone: "UTC",
    months: ["2026-11", "2026-10", "2026-09"],
  });
});

it("carries the balance from month to month and says which entries it is made of", async () => {
  await spend();
  const [september, october, november] = await Promise.all(
    ["2026-09", "2026-10", "2026-11"].map((month) => viewStatement(studio.deps, member, month)),
  );
  expect(september).toMatchObject({ closing: { available: 50 }, versions: { first: 1, last: 1 }, isOver: true });
  expect(october).toMatchObject({ opening: september?.closing, closing: september?.closing, versions: null });
  expect(october?.head).toBe(september?.head);
  expect(november).toMatchObject({ opening: october?.closing, entries: 3, isOver: false });
  expect(november?.lots).toMatchObject([{ granted: 50, spent: 7, held: november?.closing.held }]);
});

it("links an entry to its generation or order, and to nothing that is gone", async () => {
  const kept = await spend();
  const orderId = newId("order");
  const { storefront, memberId } = member;
  const order = { id: orderId, storefront, memberId, requestId: newId("request"), packId: "p", packName: "P" };
  const price = { credits: 5, amountMinor: 500, currency: "USD", chargedMinor: 500, chargedCurrency: "USD", rate: "1" };
  await studio.deps.db.rows.order.create({
    data: { ...order, ...price, method: "card", state: "paid", placedAt: new Date(), paidAt: new Date() },
  });
  const lot = { lotId: newId("lot"), credits: credits(5), source: "pack", cause: orderId } as const;
  const paid = { amountMinor: 500, currency: "USD" } as const;
  await grant(studio.deps.db, { walletId: memberId, ...lot, order: { id: orderId, paid }, key: "order" });
  const { rows } = await listStatementEntries(studio.deps, member, { month: "2026-11" });
  expect(rows.map(({ kind, about }) => [kind, about])).toEqual([
    ["grant", { noun: "order", id: orderId }],
    ["capture", null],
    ["hold", null],
    ["hold", { noun: "generation", id: kept }],
  ]);
});

it("links credits forfeited by a decision to the page that tells it", async () => {
  const { memberId, storefront } = member;
  const { db } = studio.deps;
  const id = newId("sanction");
  const url = new URL(inject("cluster").adminUrl);
  url.pathname = new URL(studio.deps.settings.DATABASE_URL).pathname;
  const superuser = new pg.Client({ connectionString: url.href });
  await superuser.connect();
  // Without its case and its decision, which are no part of this.
  await superuser.query("SET session_replication_role = replica");
  await superuser.query(
    `INSERT INTO sanction (id, storefront, member_id, case_id, ruling_id, kind, clause_id, conduct, statement, imposed_at)
     VALUES ($1, $2, $3, 'cas_1', 'rul_1', 'termination', 'IAI-10.1', 'upstream-policy', 'Why.', now())`,
    [id, storefront, memberId],
  );
  await superuser.end();
  await forfeit(db, { walletId: memberId, cause: id, reason: "account closed", key: `${id}.forfeit` });
  const { rows } = await listStatementEntries(studio.deps, member, { month: "2026-11" });
  expect(rows[0]).toMatchObject({ kind: "forfeit", cause: id, about: { noun: "sanction", id } });
  const csv = rowsOf((await download("2026-11.csv")).body);
  expect(csv.find(({ kind }) => kind === "forfeit")?.link).toMatch(/\/standing$/);
});

it("shows a member no page of somebody else's", async () => {
  const other = await studio.member(50);
  const theirs = await studio.request(other);
  await adjust(studio.deps.db, {
    walletId: member.memberId,
    credits: credits(1),
    cause: theirs,
    reason: "mistake",
    key: "a",
  });
  const { rows } = await listStatementEntries(studio.deps, member, { month: "2026-11" });
  expect(rows).toMatchObject([{ kind: "adjust", about: null }]);
});

it("writes a CSV in which the changes lead from the first balance to the last", async () => {
  await spend();
  const { status, headers, body } = await download("2026-11.csv");
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="image-ai-run-2026-11.csv"',
    "cache-control": "private, no-store",
  });
  expect(body.startsWith("version,at,entry")).toBe(true);
  const rows = rowsOf(body);
  const sum = rows.reduce((total, row) => total + Number(row.available_change), Number(rows[0]?.available_after));
  expect(rows.map(({ kind }) => kind)).toEqual(["opening", "hold", "hold", "capture", "closing"]);
  expect(String(sum)).toBe(rows.at(-1)?.available_after);
  expect(rows.at(-1)).toMatchObject({ entry: "Balance until now", at: "2026-11-21T12:00:00.000Z" });
  const september = rowsOf((await download("2026-09.csv")).body);
  expect(september.at(-1)).toMatchObject({
    entry: "Balance at the end",
    at: expect.stringMatching(/^2026-(09-30|10-01)T/),
  });
  expect(rows.at(-1)?.hash).toBe((await viewStatement(studio.deps, member, "2026-11")).head);
});

it("writes a PDF with a page for every fifty entries or so", async () => {
  const { memberId: walletId } = member;
  await giveCredits(studio.deps, walletId, 90);
  for (let at = 0; at < 90; at += 1)
    await adjust(studio.deps.db, { walletId, credits: credits(1), cause: "act_1", reason: "test", key: `${at}` });
  const { status, headers, body } = await download("2026-11.pdf");
  expect(status).toBe(200);
  expect(headers).toMatchObject({ "content-type": "application/pdf", "cache-control": "private, no-store" });
  expect(body.slice(0, 5)).toBe("%PDF-");
  expect(body.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(3);
});

it.each([
  ["2026-13.csv", 400, "This is not a month. Write the year and the month with a hyphen, as in 2026-11.\n"],
  ["november.pdf", 400, "This is not a month. Write the year and the month with a hyphen, as in 2026-11.\n"],
  ["2026-12.pdf", 400, "December 2026 has not begun, so there is no statement of it yet.\n"],
  ["2026-08.csv", 400, "Your account was opened in September 2026; there is no statement of an earlier month.\n"],
  ["2026-11.xml", 400, "A statement's address ends with its month, as in 2026-11.csv or 2026-11.pdf.\n"],
])("says of %s in one sentence why there is no such statement", async (file, status, sentence) => {
  const answer = await download(file);
  expect([answer.status, answer.body]).toEqual([status, sentence]);
  expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
});

it("gives a statement to nobody but the member whose it is, on a page of our own", async () => {
  const visitor = await site.send({ method: "GET", url: "/statements/2026-11.csv" });
  expect([visitor.status, visitor.body]).toEqual([401, "Sign in to download your statement.\n"]);
  const elsewhere = await site.send({
    method: "GET",
    url: "/statements/2026-11.csv",
    cookie,
    host: "apimodels.localhost:4100",
  });
  expect(elsewhere.status).toBe(401);
  expect((await download("2026-11.csv", { "sec-fetch-site": "cross-site" })).status).toBe(403);
});

it("limits how often one member may download", async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 45; at += 1) statuses.push((await download("2026-10.csv")).status);
  expect(statuses.at(0)).toBe(200);
  expect(statuses.at(-1)).toBe(429);
});
