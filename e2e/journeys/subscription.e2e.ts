import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { follow, see, seeBalance, seePage } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { originOf } from "../installation/installation.ts";
import { newPerson } from "../steps/people.ts";
import { join } from "../steps/sign-up.ts";
import { offerOf, openSubscribing, payForPlan, subscriptionOf } from "../steps/subscribe.ts";
import { mailTo } from "../world/mailbox.ts";
import { passRenewal } from "../world/stripe-clock.ts";

const { arrive } = visitors();
const person = newPerson();
let page: Page;
let balance = 0;

/** The tests of this file are one subscription's life, in order. */
beforeAll(async () => {
  page = await arrive(originOf("image-ai-run"));
  await join(page, person);
});

const dialog = () => page.getByRole("alertdialog");
const lots = () => page.getByRole("table", { name: "Lots" });

it("says before anything is pressed what a plan costs, brings, and lets expire, and how it is left again", async () => {
  await page.goto("/pricing");
  const starter = offerOf(page, "Starter");
  await starter.getByText("$9.90 a month").waitFor();
  await starter.getByText("150 credits each month").waitFor();
  await starter.getByText("Those of a month expire one day after it ends.").waitFor();
  await see(page, /to renew until you cancel: on your billing page or by mail to/);
});

it("waits for the payment on the billing page, and can be dropped unpaid", async () => {
  await openSubscribing(page, "Studio");
  await page.goto("/billing");
  const waiting = subscriptionOf(page, "Studio");
  await waiting.getByText("Waiting for payment").waitFor();
  await waiting.getByRole("button", { name: "Drop it" }).click();
  await dialog().getByText("Nothing was charged, and its payment page is closed, so nothing will be.").waitFor();
  await dialog().getByRole("button", { name: "Drop Studio" }).click();
  await waiting.getByText("It was never paid, and nothing was charged.").waitFor();
});

it("brings credits that say when they expire, once the payment is verified", async () => {
  await openSubscribing(page, "Starter");
  await payForPlan(page);
  await subscriptionOf(page, "Starter").getByText("Active").waitFor();
  await subscriptionOf(page, "Starter")
    .getByText(/^It renews on .* for \$9\.90 and brings 150 credits\.$/)
    .waitFor();
  await seeBalance(page, "150 credits");
  const lot = lots().getByRole("row", { name: /^Subscription/ });
  await lot.waitFor();
  expect(await lot.textContent()).not.toContain("never");
  expect((await mailTo(person.email, /your payment arrived/)).text).toContain("150 credits for $9.90");
});

it("shows the order of the period, with invoice and receipt at the processor", async () => {
  await follow(lots().getByRole("link", { name: "Subscription" }), "Starter");
  await see(page, "A period of your subscription");
  const documents = page.getByRole("link", { name: "Invoice and receipt" });
  const invoice = await fetch((await documents.getAttribute("href")) ?? "no address");
  expect(await invoice.text()).toContain("This invoice is paid.");
});

it("says exactly what cancelling does, does it, and confirms it by mail", async () => {
  await page.goto("/billing");
  await page.getByRole("button", { name: "Cancel subscription" }).click();
  await dialog()
    .getByText(/^It runs until .*; until then everything stays as it is\.$/)
    .waitFor();
  await dialog().getByText("Credits of the last period can be spent until one day after it.").waitFor();
  await dialog().getByText(`We confirm it by mail to ${person.email}.`).waitFor();
  await dialog().getByRole("button", { name: "Cancel subscription" }).click();
  await subscriptionOf(page, "Starter")
    .getByText(/^It runs until .* and is not charged again\./)
    .waitFor();
  expect((await mailTo(person.email, /subscription is cancelled/)).text).toContain("not charged again");
  await seeBalance(page, "150 credits");
});

it("goes on as before when it is kept", async () => {
  await page.getByRole("button", { name: "Keep Starter" }).click();
  await subscriptionOf(page, "Starter").getByText("Active").waitFor();
  await mailTo(person.email, /subscription goes on/);
});

it("upgrades for what the preview said, and not before it is confirmed", async () => {
  await follow(page.getByRole("link", { name: "Change plan" }), "Pricing");
  await offerOf(page, "Starter").getByText("Your plan").waitFor();
  await offerOf(page, "Creator").getByRole("button", { name: "Upgrade" }).click();
  await dialog()
    .getByText(/is charged to your card now: the difference for the rest of the period\.$/)
    .waitFor();
  await dialog()
    .getByText(/^The renewal on .* costs \$24\.90 and brings 500 credits\.$/)
    .waitFor();
  const added = await dialog()
    .getByText(/^\d+ credits are added once that is paid\./)
    .textContent();
  balance = 150 + Number.parseInt(added ?? "", 10);
  await seeBalance(page, "150 credits");
  await dialog()
    .getByRole("button", { name: /^Pay \$\d+\.\d\d and upgrade$/ })
    .click();
  await seePage(page, / credits$/);
  await subscriptionOf(page, "Creator").getByText("Active").waitFor();
  await seeBalance(page, `${balance} credits`);
});

it("lets a smaller plan wait for the renewal, and undoes that when asked", async () => {
  await follow(page.getByRole("link", { name: "Change plan" }), "Pricing");
  await offerOf(page, "Starter").getByRole("button", { name: "Downgrade" }).click();
  await dialog()
    .getByText(/^Nothing is charged now, and Creator with its credits stays/)
    .waitFor();
  await dialog().getByRole("button", { name: "Change to Starter" }).click();
  await seePage(page, / credits$/);
  await see(page, /^It changes to Starter on /);
  await follow(page.getByRole("link", { name: "Change plan" }), "Pricing");
  await offerOf(page, "Starter")
    .getByText(/^Yours from /)
    .waitFor();
  await offerOf(page, "Creator").getByText("Your plan").waitFor();
  await offerOf(page, "Creator").getByRole("button", { name: "Stay with Creator" }).click();
  await dialog().getByRole("button", { name: "Stay with Creator" }).click();
  await seePage(page, / credits$/);
  await subscriptionOf(page, "Creator")
    .getByText(/^It renews on .* for \$24\.90 and brings 500 credits\.$/)
    .waitFor();
});

it("renews by itself, and the page hears of it", async () => {
  await passRenewal(person.email);
  await seeBalance(page, `${(balance + 500).toLocaleString("en-US")} credits`);
  await page.reload();
  await lots()
    .getByRole("row", { name: /^Subscription/ })
    .nth(2)
    .waitFor();
});

it("leads to the processor's page for the card and invoices, and back", async () => {
  await page.getByRole("button", { name: "Card and invoices" }).click();
  await page.getByRole("heading", { name: "Payment method" }).waitFor();
  await page.getByRole("link", { name: "Back" }).click();
  await seePage(page, / credits$/);
});
