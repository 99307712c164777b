import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { see } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { originOf } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { newPerson } from "../steps/people.ts";
import { signIn } from "../steps/sign-in.ts";
import { askToJoin } from "../steps/sign-up.ts";
import { mailTo } from "../world/mailbox.ts";

const { arrive } = visitors();
const person = newPerson();
let page: Page;

/** The tests of this file are about one member whom the terms keep from buying, each time for another reason. */
beforeAll(async () => {
  page = await arrive(originOf("image-ai-run"));
  await askToJoin(page, person);
  await see(page, "Look into your mail");
  await signIn(page, person);
});

const buyButton = () => page.getByRole("button", { name: "Buy with card" }).first();
const generateButton = () => page.getByRole("button", { name: /^Generate for/ });
const main = () => page.getByRole("main");

/** The studio and both pages from which credits are bought say why nothing can be started, before anything is pressed. */
async function seeOnEachPage(title: (wish: string) => string): Promise<void> {
  await page.goto("/create");
  await main().getByText(title("generate")).waitFor();
  await expect.poll(() => generateButton().getAttribute("aria-disabled")).toBe("true");
  await page.goto("/billing");
  await main().getByText(title("buy credits")).waitFor();
  await page.goto("/pricing");
  await main().getByText(title("buy credits")).waitFor();
  await expect.poll(() => buyButton().getAttribute("aria-disabled")).toBe("true");
}

it("tells a member with an unconfirmed address, and sends the link again", async () => {
  await seeOnEachPage((wish) => `Confirm your email to ${wish}`);
  await expect.poll(() => page.getByText("Confirm your email to").count(), { message: "says it once" }).toBe(1);
  await main().getByRole("button", { name: "Send the link again" }).click();
  await main()
    .getByRole("button", { name: `Sent to ${person.email}` })
    .waitFor();
  const { links } = await mailTo(person.email, /confirm/i, { count: 2 });
  await page.goto(links.find((link) => link.includes("/confirm")) ?? "no link to confirm in the mail");
  await page.getByRole("button", { name: "Confirm" }).click();
  await see(page, "Your email is confirmed");
  await page.goto("/pricing");
  await expect.poll(() => buyButton().getAttribute("aria-disabled")).toBeNull();
  await expect.poll(() => main().getByText("to buy credits").count()).toBe(0);
});

it("tells a suspended member until when, by which clause, and where to appeal", async () => {
  await records(
    `INSERT INTO suspension (id, member_id, cause, imposed_at, ends_at)
     SELECT 'sus_' || md5(id), id, 'a journey', now(), now() + interval '3 days' FROM member WHERE email = $1`,
    [person.email],
  );
  await seeOnEachPage((wish) => `You cannot ${wish} while your account is suspended`);
  await main()
    .getByText(/Your suspension ends on \d{1,2} \w+ \d{4}\./)
    .waitFor();
  const appeal = main().getByRole("link", { name: "See why, and appeal" });
  expect(await appeal.getAttribute("href")).toBe("/standing");
  const lift = `UPDATE suspension SET lifted_at = now() WHERE member_id = (SELECT id FROM member WHERE email = $1)`;
  await records(lift, [person.email]);
});

it("lets a member whose accepted terms are not in force any more accept those that are", async () => {
  const old = newPerson();
  await records(
    `WITH joined AS (
       INSERT INTO member (id, storefront, email, password_hash, born_on, country, email_confirmed_at, created_at)
       SELECT 'mem_' || md5($2), storefront, $2, password_hash, born_on, country, now(), now() FROM member WHERE email = $1
       RETURNING id),
     accepted AS (INSERT INTO terms_acceptance (member_id, terms_version, accepted_at)
       SELECT id, '2020-01-01', now() FROM joined)
     SELECT ledger.open_wallet(id) FROM joined`,
    [person.email, old.email],
  );
  page = await arrive(originOf("image-ai-run"));
  await signIn(page, { ...old, password: person.password });
  await seeOnEachPage((wish) => `Accept the terms to ${wish}`);
  await main()
    .getByRole("button", { name: /^Accept version \d{4}-/ })
    .click();
  await expect.poll(() => buyButton().getAttribute("aria-disabled")).toBeNull();
  await buyButton().click();
  await page.waitForURL("**/checkout/**");
});
