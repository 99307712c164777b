import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { follow, see } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { originOf } from "../installation/installation.ts";
import { newPerson } from "../steps/people.ts";
import { join } from "../steps/sign-up.ts";
import { offerOf, openSubscribing, payForPlan, subscriptionOf } from "../steps/subscribe.ts";
import { mailTo } from "../world/mailbox.ts";

const { arrive } = visitors();
const person = newPerson();
let page: Page;
let studio: Page;

/** The tests of this file are one person's way into the studio of ModelMyImage, in order. */
beforeAll(async () => {
  page = await arrive(originOf("modelmyimage"));
  await join(page, person);
  studio = await page.context().newPage();
});

const generateButton = () => studio.getByRole("button", { name: /^Generate for / });
const isLocked = async () => (await generateButton().getAttribute("aria-disabled")) === "true";

it("keeps the studio locked without a membership, says why, and leads to it", async () => {
  await studio.goto("/create");
  await see(studio, "Generating here asks for a membership");
  await expect.poll(isLocked).toBe(true);
  await generateButton().focus();
  await see(studio, "Become a member first.");
  await follow(studio.getByRole("main").getByRole("link", { name: "Become a member" }), "Pricing");
  await offerOf(studio, "Membership").getByText("$9.00 a month").waitFor();
  await see(studio, "Packs add credits and do not open the studio by themselves.");
});

it("says in the studio that the payment is awaited", async () => {
  await openSubscribing(page, "Membership");
  await studio.goto("/create");
  await see(studio, "Your membership waits for its payment to be verified");
  await expect.poll(isLocked).toBe(true);
});

it("unlocks the studio by itself once the payment is verified", async () => {
  await payForPlan(page);
  await subscriptionOf(page, "Membership").getByText("Active").waitFor();
  await expect.poll(isLocked).toBe(false);
  await expect.poll(() => studio.getByText(/membership/i).count()).toBe(0);
});

it("stays open to the end of what is paid when the membership is cancelled", async () => {
  await page.getByRole("button", { name: "Cancel subscription" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByText(/^Your credits stay yours\. Where generating asks for a membership,/).waitFor();
  await dialog.getByRole("button", { name: "Cancel subscription" }).click();
  await subscriptionOf(page, "Membership")
    .getByText(/^It runs until /)
    .waitFor();
  await mailTo(person.email, /subscription is cancelled/);
  await studio.reload();
  await expect.poll(isLocked).toBe(false);
});
