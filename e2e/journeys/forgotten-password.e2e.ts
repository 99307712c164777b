import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { follow, see } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { originOf } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { newPerson } from "../steps/people.ts";
import { signIn } from "../steps/sign-in.ts";
import { askToJoin } from "../steps/sign-up.ts";
import { mailTo } from "../world/mailbox.ts";

const { arrive } = visitors();
const person = newPerson();
const remembered = { ...person, password: "a sentence that is kept this time" };
let page: Page;
let elsewhere: Page;

/** The tests of this file are one person's day, in order; they never opened the link that confirms their address. */
beforeAll(async () => {
  page = await arrive(originOf("image-ai-run"));
  await askToJoin(page, person);
  await see(page, "Look into your mail");
  elsewhere = await arrive(originOf("image-ai-run"));
  await signIn(elsewhere, person);
});

async function askForLink(email: string): Promise<void> {
  await page.goto("/sign-in");
  await follow(page.getByRole("link", { name: "Forgot your password?" }), "Forgot your password?");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
}

it("says the same to a stranger's guess and to the owner", async () => {
  for (const email of [newPerson().email, person.email]) {
    await askForLink(email);
    await see(page, `If ${email} has an account, a link is on its way to it.`);
  }
});

it("sets a new password by the mailed link, which works once and confirms the address", async () => {
  const { links } = await mailTo(person.email, /new password/i);
  const link = links.find((each) => each.includes("/reset-password")) ?? "no link in the mail";
  await page.goto(link);
  await page.getByLabel("New password").fill("too short");
  await page.getByRole("button", { name: "Set the password" }).click();
  await see(page, /At least 15 characters; a sentence/);
  await page.getByLabel("New password").fill(remembered.password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await see(page, "Your password is set");

  await page.goto(link);
  await page.getByLabel("New password").fill(person.password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await see(page, "This link was used or is too old.");
  await follow(page.getByRole("link", { name: "Ask for a new link" }), "Forgot your password?");
});

it("signs out whoever was signed in, tells the owner, and lets in with the new password alone", async () => {
  await elsewhere.goto("/history");
  await elsewhere.waitForURL("**/sign-in**");
  await mailTo(person.email, /password was changed/i);
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await see(page, "Email and password do not match.");
  await signIn(page, remembered);
  expect(await page.getByText("Confirm your email").count()).toBe(0);
});

it("keeps no link in the database once its mail has left", async () => {
  // Announced terms are told of by a mail of their own, at any time.
  const links = "SELECT body FROM mail WHERE recipient = $1 AND id NOT IN (SELECT mail_id FROM terms_notice)";
  await expect.poll(() => records(links, [person.email])).toEqual([{ body: "" }, { body: "" }, { body: "" }]);
});
