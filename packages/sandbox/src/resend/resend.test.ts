import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Fields } from "../record.ts";
import type { Sandbox } from "../start-sandbox.ts";
import { armFaults, jsonOf, startFastSandbox } from "../testing.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startFastSandbox("http://127.0.0.1:1");
});
afterEach(async () => {
  await fetch(`${sandbox.url}/control/faults`, { method: "DELETE" });
});
afterAll(() => sandbox.close());

const mail = {
  from: "ModelMyImage <hello@modelmyimage.test>",
  to: ["Member <member@demo.test>"],
  subject: "Confirm your address",
  html: '<p>Hello</p><script>alert(1)</script><a href="http://shop.test/confirm?a=1&amp;b=2">Confirm</a>',
  text: "Confirm: http://shop.test/text.",
};

function send(body: Fields, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${sandbox.url}/resend/emails`, {
    method: "POST",
    headers: { authorization: "Bearer re_demo", "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

async function mailsTo(to: string): Promise<Fields[]> {
  const answer = await fetch(`${sandbox.url}/mailbox.json?to=${encodeURIComponent(to)}`);
  return (await jsonOf<{ mails: Fields[] }>(answer)).mails;
}

it("accepts a mail and shows it in the mailbox with its links", async () => {
  const { id } = await jsonOf<{ id: string }>(await send(mail));
  expect((await mailsTo("MEMBER@demo.test"))[0]).toMatchObject({
    id,
    subject: mail.subject,
    links: ["http://shop.test/confirm?a=1&b=2", "http://shop.test/text"],
  });
  expect(await mailsTo("other@demo.test")).toEqual([]);
  const page = await (await fetch(`${sandbox.url}/mailbox/${id}`)).text();
  expect(page).toContain('href="http://shop.test/confirm?a=1&#38;b=2"');
  expect(page).toContain("sandbox=");
  expect(await (await fetch(`${sandbox.url}/mailbox?to=member@demo.test`)).text()).toContain(`/mailbox/${id}`);
});

it("shows a mail's own markup without scripts or requests", async () => {
  const { id } = await jsonOf<{ id: string }>(await send(mail));
  const frame = await fetch(`${sandbox.url}/mailbox/${id}/html`);
  const policy = frame.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/^sandbox /);
  expect(policy).not.toContain("allow-scripts");
});

it("escapes what mails say in its own pages", async () => {
  const { id } = await jsonOf<{ id: string }>(await send({ ...mail, subject: "<img src=x onerror=alert(1)>" }));
  const page = await (await fetch(`${sandbox.url}/mailbox/${id}`)).text();
  expect(page).not.toContain("<img src=x");
});

it("sends one mail for one key, and refuses another mail under it", async () => {
  const headers = { "idempotency-key": "mail-1" };
  const to = "once@demo.test";
  const [one, other] = [await send({ ...mail, to }, headers), await send({ ...mail, to }, headers)];
  expect(await other.json()).toEqual(await one.json());
  expect(await mailsTo(to)).toHaveLength(1);
  const conflict = await send({ ...mail, to, subject: "Another" }, headers);
  expect(conflict.status).toBe(409);
  expect(await conflict.json()).toMatchObject({ name: "invalid_idempotent_request" });
});

it("names what is missing, and turns away a missing or foreign key", async () => {
  const { subject, ...rest } = mail;
  const missing = await send(rest);
  expect([missing.status, await missing.json()]).toEqual([
    422,
    { statusCode: 422, name: "missing_required_field", message: "Missing `subject` field." },
  ]);
  expect((await send(mail, { authorization: "Bearer sk_test" })).status).toBe(403);
  expect((await fetch(`${sandbox.url}/resend/emails`, { method: "POST" })).status).toBe(401);
});

it("loses the answer but not the mail when asked to", async () => {
  await armFaults(sandbox, { resend: ["lost-answer"], times: 1 });
  await expect(send({ ...mail, to: "lost@demo.test" })).rejects.toThrow();
  expect(await mailsTo("lost@demo.test")).toHaveLength(1);
});

it("refuses when asked to", async () => {
  await armFaults(sandbox, { resend: ["429"], times: 1 });
  expect((await send(mail)).status).toBe(429);
});
