import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { isId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type TestDeps, testDeps } from "../testing/test-deps.ts";
import { makeResendSender } from "./resend-sender.ts";
import { sendMail } from "./send-mail.ts";
import { sweepMail } from "./sweep-mail.ts";
import { writeMail } from "./write-mail.ts";

type Posted = { url: string | undefined; headers: IncomingHttpHeaders; body: unknown };

let deps: TestDeps;
let status = 200;
let posted: Posted[] = [];

/** A carrier on this machine that answers with whatever `status` says. */
const carrier = createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  posted.push({ url: request.url, headers: request.headers, body: JSON.parse(text) });
  const answer = status === 200 ? { id: "re-1" } : { name: "application_error", message: "ada@member.test" };
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
});

beforeAll(async () => {
  await new Promise<void>((listening) => carrier.listen(0, "127.0.0.1", listening));
  const { port } = carrier.address() as AddressInfo;
  const mailSender = makeResendSender({ RESEND_URL: `http://127.0.0.1:${port}`, RESEND_API_KEY: "re_key" });
  deps = await testDeps({ mailSender });
});
afterAll(async () => {
  await deps.close();
  carrier.close();
});
beforeEach(() => {
  status = 200;
  posted = [];
});

async function writtenMail(body = "A line.") {
  const mail = { storefront: "image-ai-run", to: "ada@member.test", subject: "Hello", body } as const;
  await deps.db.transaction((tx) => writeMail(tx, mail));
  const [row] = await deps.db.rows.mail.findMany({ orderBy: { id: "desc" }, take: 1 });
  if (row === undefined || !isId("mail", row.id)) throw new Error("no mail was written");
  return row.id;
}

const stateOf = (id: string) =>
  deps.db.rows.mail.findUnique({ where: { id }, select: { state: true, attempts: true, sentAt: true } });

it("sends a mail once for a job that runs twice", async () => {
  const mailId = await writtenMail();
  await sendMail(deps, { mailId });
  await sendMail(deps, { mailId });
  expect(posted).toHaveLength(1);
  expect(posted[0]?.url).toBe("/emails");
  expect(posted[0]?.headers).toMatchObject({ "idempotency-key": mailId, authorization: "Bearer re_key" });
  expect(posted[0]?.body).toMatchObject({ to: ["ada@member.test"], subject: "Hello", text: "A line." });
  expect(await stateOf(mailId)).toEqual({ state: "sent", attempts: 1, sentAt: expect.any(Date) });
});

it("sends under one key when two workers send at once", async () => {
  const mailId = await writtenMail();
  await Promise.all([sendMail(deps, { mailId }), sendMail(deps, { mailId })]);
  expect(new Set(posted.map(({ headers }) => headers["idempotency-key"]))).toEqual(new Set([mailId]));
  expect(await stateOf(mailId)).toMatchObject({ state: "sent" });
});

it("keeps a mail queued while its carrier fails, and says why without the address", async () => {
  const mailId = await writtenMail();
  for (status of [500, 429, 403, 409]) {
    await expect(sendMail(deps, { mailId })).rejects.toThrow(`Resend answered ${status} application_error`);
  }
  expect(await stateOf(mailId)).toMatchObject({ state: "queued", attempts: 4, sentAt: null });
  status = 200;
  await sendMail(deps, { mailId });
  expect(await stateOf(mailId)).toMatchObject({ state: "sent" });
});

it("gives up on a mail its carrier will never take", async () => {
  const mailId = await writtenMail();
  status = 422;
  await sendMail(deps, { mailId });
  await sendMail(deps, { mailId });
  expect(posted).toHaveLength(1);
  expect(await stateOf(mailId)).toMatchObject({ state: "refused", sentAt: null });
});

const bodyOf = async (id: string) => (await deps.db.rows.mail.findUniqueOrThrow({ where: { id } })).body;
const secret = "Open this link: http://image-ai-run.test/confirm?token=abc";

it.each([
  ["sent", 200],
  ["refused for good", 422],
])("forgets what it said once it is %s, and keeps to whom and about what", async (_, answer) => {
  const mailId = await writtenMail(secret);
  status = answer;
  await sendMail(deps, { mailId });
  expect(posted[0]?.body).toMatchObject({ text: secret });
  expect(await deps.db.rows.mail.findUnique({ where: { id: mailId } })).toMatchObject({
    recipient: "ada@member.test",
    subject: "Hello",
    body: "",
  });
});

it("still knows what to say while its carrier fails, and forgets it when nobody tries any more", async () => {
  const mailId = await writtenMail(secret);
  status = 500;
  await sendMail(deps, { mailId }).catch(() => {});
  await sweepMail(deps);
  expect(await bodyOf(mailId)).toBe(secret);
  await deps.db.query("UPDATE mail SET created_at = now() - interval '4 days' WHERE id = $1", [mailId]);
  await sweepMail(deps);
  expect(await bodyOf(mailId)).toBe("");
  posted = [];
  await sendMail(deps, { mailId });
  expect(posted).toEqual([]);
});

it("does not exist, nor its job, where the transaction that wrote it is undone", async () => {
  const count = "SELECT (SELECT count(*) FROM mail)::int AS mails, (SELECT count(*) FROM bullmq.job)::int AS jobs";
  await writtenMail();
  const before = await deps.db.query(count, []);
  const undone = deps.db.transaction(async (tx) => {
    await writeMail(tx, { storefront: "apimodels", to: "ada@member.test", subject: "Hello", body: "A line." });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await deps.db.query(count, [])).toEqual(before);
});

it("queues a mail again whose job was lost, and leaves a fresh or an old one", async () => {
  const [lost, fresh, old] = [await writtenMail(), await writtenMail(), await writtenMail()];
  const age = (id: string, interval: string) =>
    deps.db.query("UPDATE mail SET created_at = now() - $2::interval WHERE id = $1", [id, interval]);
  await age(lost, "11 minutes");
  await age(old, "4 days");
  await deps.db.query("DELETE FROM bullmq.job", []);
  expect(await sweepMail(deps)).toBe(1);
  await sweepMail(deps);
  const jobs = await deps.db.query<{ mail_id: string }>("SELECT data->>'mailId' AS mail_id FROM bullmq.job", []);
  expect(jobs).toEqual([{ mail_id: lost }]);
  expect(await stateOf(fresh)).toMatchObject({ state: "queued" });
});
