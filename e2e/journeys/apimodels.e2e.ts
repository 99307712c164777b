import type { Page } from "playwright-core";
import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { follow, see, wordsOf } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { originOf } from "../installation/installation.ts";
import { openPayment } from "../steps/buy-credits.ts";
import { newPerson } from "../steps/people.ts";
import { join } from "../steps/sign-up.ts";
import { dial } from "../world/dial.ts";

const { arrive } = visitors();
const origin = originOf("apimodels");
let page: Page;
let secret = "";

/** The tests of this file are one developer's day, in order. */
beforeAll(async () => {
  page = await arrive(origin);
});

it("sells credits for CNY at Alipay", async () => {
  await join(page, newPerson());
  await openPayment(page, "$5 top-up", "Buy with Alipay");
  await see(page, "CN¥36.00");
  await page.getByRole("button", { name: /^Pay / }).click();
  await page.getByRole("button", { name: /^Authorise / }).click();
  await page.waitForURL("**/orders/ord_*");
  await see(page, "Spend 50,000 credits");
  await see(page, "CN¥36.00 at 7.20 CNY per USD");
});

it("shows a key once and never again", async () => {
  await page.goto("/developers/keys");
  await page.getByLabel("Name").fill("a program of mine");
  await page.getByRole("button", { name: "Create key" }).click();
  secret = await page.getByLabel("API key", { exact: true }).inputValue();
  expect(secret).toMatch(/^cov_live_[\w-]{43}$/);

  await page.reload();
  await page.getByRole("table", { name: "API keys" }).getByText("a program of mine").waitFor();
  expect(await page.content()).not.toContain(secret);
});

it("answers a program with a picture that loads", async () => {
  const { status, body } = await callImages({ model: "z-image", prompt: "a harbour in fog", size: "1024x1024" });
  expect(status).toBe(200);
  expect(body.covenant).toMatchObject({ state: "delivered", credits: 70 });
  const picture = await dial(body.data[0].url);
  expect(picture.headers["content-type"]).toBe("image/png");
  expect(await sharp(picture.body).metadata()).toMatchObject({ format: "png", width: 1024, height: 1024 });
});

it("answers one call for one idempotency key", async () => {
  const wish = { model: "z-image", prompt: "once and only once" };
  const [first, second] = [await callImages(wish, "the same key"), await callImages(wish, "the same key")];
  expect(second.body.covenant.generation_id).toBe(first.body.covenant.generation_id);
});

it("says no to a program in the words of the terms, and takes nothing", async () => {
  const { status, body } = await callImages({ model: "z-image", prompt: "standin-violence" });
  expect(status).toBe(400);
  expect(body.error).toMatchObject({
    code: "content_policy_violation",
    class: "policy_input",
    credits: { charged: 0 },
  });
  expect(body.error.clauses.length).toBeGreaterThan(0);
});

it("makes anything in two steps: a request that is answered at once, and a look at what came of it", async () => {
  const { status, body } = await call("POST", "/v1/generations", { model: "z-image", prompt: "a pier at dawn" });
  expect([status, body.object]).toEqual([202, "generation"]);
  const look = async () => (await call("GET", `/v1/generations/${body.id}`)).body;
  await expect.poll(async () => (await look()).state, { timeout: 60_000 }).toBe("delivered");
  expect(await look()).toMatchObject({ credits: { charged: 70 }, files: [{ format: "png" }] });
});

it("lists each call with its answer, its time and its credits", async () => {
  await follow(page.getByRole("link", { name: "Calls" }).first(), "Calls");
  const calls = page.getByRole("table", { name: "Calls" });
  await expect.poll(() => calls.getByText("Delivered", { exact: true }).count()).toBe(4);
  const rows = (await calls.getByRole("row").allInnerTexts()).slice(1);
  expect(rows).toHaveLength(5);
  expect(rows[1]).toMatch(/z-image[\s\S]*400 content_policy_violation[\s\S]*Blocked[\s\S]*0/);
  expect(rows[2]).toMatch(/z-image[\s\S]*200[\s\S]*Delivered\s+0\s/);
  expect(rows[4]).toMatch(/z-image[\s\S]*200[\s\S]*70[\s\S]*\d\.\d s/);
});

it("refuses a key from the moment it is revoked", async () => {
  await page.goto("/developers/keys");
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke key" }).click();
  await page.getByRole("table", { name: "API keys" }).getByText("Revoked", { exact: true }).waitFor();
  const { status, body } = await callImages({ model: "z-image", prompt: "too late" });
  expect([status, body.error.code]).toEqual([401, "key/revoked"]);
  expect(await wordsOf(page)).not.toContain(secret);
});

const callImages = (wish: object, idempotencyKey?: string) =>
  call("POST", "/v1/images/generations", wish, idempotencyKey);

/** A program's call through the storefront's own host. */
async function call(method: "GET" | "POST", path: string, body?: object, idempotencyKey?: string) {
  const answer = await dial(`${origin}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${secret}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: JSON.parse(answer.body.toString("utf8")) };
}
