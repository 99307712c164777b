import type { Page } from "playwright-core";
import { see } from "../browser/see.ts";
import { mailTo } from "../world/mailbox.ts";
import type { Person } from "./people.ts";
import { signIn } from "./sign-in.ts";

/** Fills in and sends the form at /sign-up. */
export async function askToJoin(page: Page, { email, password, bornOn, country }: Person): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Date of birth").fill(bornOn);
  await page.getByLabel("Country").selectOption({ label: country });
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Create account" }).click();
}

/** Joins, follows the mailed link, confirms and signs in: a member who may generate. */
export async function join(page: Page, person: Person): Promise<void> {
  await askToJoin(page, person);
  await see(page, "Look into your mail");
  const { links } = await mailTo(person.email, /confirm/i);
  await page.goto(links.find((link) => link.includes("/confirm")) ?? "no link to confirm in the mail");
  await page.getByRole("button", { name: "Confirm" }).click();
  await see(page, "Your email is confirmed");
  await signIn(page, person);
}
