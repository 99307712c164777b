import type { AnyProcedure } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { belongingsOf } from "../testing/belongings.ts";
import { memberSamples } from "../testing/member-samples.ts";
import type { Belongings } from "../testing/sample-inputs.ts";
import { scriptedPayments } from "../testing/scripted-payments.ts";
import { hosts, type TestSite, testSite } from "../testing/test-site.ts";
import { type TestStudio, testStudio } from "../testing/test-studio.ts";
import { adminRouter } from "../trpc/admin-router.ts";
import { webRouter } from "../trpc/web-router.ts";
import { endMemberSessions } from "./member-session.ts";

const payments = scriptedPayments({ STRIPE_WEBHOOK_SECRET: "whsec_test" });
let studio: TestStudio;
let site: TestSite;
let member: Belongings;
let cookie: string;

beforeAll(async () => {
  studio = await testStudio({ payments });
  site = await testSite(studio.deps);
});
beforeEach(async () => {
  member = await belongingsOf(studio, payments);
  cookie = await site.memberCookie(member.memberId);
});
afterAll(async () => {
  await site.app.close();
  await studio.deps.close();
});

type Procedures = Record<string, { _def: Pick<AnyProcedure["_def"], "type"> }>;
type Samples = Record<string, Record<string, ((of: Belongings) => unknown) | undefined> | undefined>;

const streamsOf = (router: { _def: { procedures: object } }) =>
  Object.entries(router._def.procedures as Procedures)
    .filter(([, { _def }]) => _def.type === "subscription")
    .map(([path]) => path);

/** A stream as a browser opens it: `text` grows while it is read, `ended` once the server has closed it. */
async function opened(path: string) {
  const [noun = "", verb = ""] = path.split(".");
  const input = (memberSamples as Samples)[noun]?.[verb]?.(member);
  const response = await site.app.inject({
    method: "GET",
    url: `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
    headers: { host: hosts["image-ai-run"], cookie },
    payloadAsStream: true,
  });
  const stream = { text: "", ended: false, leave: () => void response.stream().destroy() };
  void (async () => {
    for await (const chunk of response.stream()) stream.text += String(chunk);
    stream.ended = true;
  })().catch(() => {});
  await expect.poll(() => stream.text).toContain('"id"');
  return stream;
}

const everyStream = () => Promise.all(streamsOf(webRouter).map(opened));
const sql = (text: string) => studio.deps.db.query(text, [member.memberId]);

it.each<[string, () => Promise<unknown>]>([
  ["is signed out", () => site.mutate("members.signOut", {}, { cookie })],
  ["is signed out everywhere", () => endMemberSessions(studio.deps.db, member.memberId)],
  ["is too old", () => sql("UPDATE member_session SET absolute_expires_at = now() WHERE member_id = $1")],
  ["belongs to a closed account", () => sql("UPDATE member SET closed_at = now() WHERE id = $1")],
])("ends every stream within seconds when its session %s, and says why", async (_, end) => {
  const streams = await everyStream();
  await end();
  await expect.poll(() => streams.every(({ ended }) => ended)).toBe(true);
  for (const { text } of streams) {
    expect(text).toContain("event: serialized-error");
    expect(text).toMatch(/"httpStatus":401.*"session\/required"/);
  }
});

it("keeps the streams of a session that lasts, and does not take watching for use", async () => {
  const streams = await everyStream();
  await sql("UPDATE member_session SET expires_at = now() + interval '1 minute' WHERE member_id = $1");
  await new Promise((resume) => setTimeout(resume, 4_000));
  expect(streams.map(({ ended }) => ended)).not.toContain(true);
  const rows = await sql(
    "SELECT 1 FROM member_session WHERE member_id = $1 AND expires_at > now() + interval '2 minutes'",
  );
  expect(rows).toEqual([]);
  for (const { leave } of streams) leave();
});

it("finds streams at the members' side, and none at the staff's", () => {
  expect(streamsOf(webRouter)).toEqual(["generations.watch", "orders.watch", "subscriptions.watch"]);
  expect(streamsOf(adminRouter)).toEqual([]);
});
