import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { see, seeBalance, seePage } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { originOf } from "../installation/installation.ts";
import { openPayment, payByCard } from "../steps/buy-credits.ts";
import { newPerson } from "../steps/people.ts";
import { refundAtStripe } from "../steps/refund-at-stripe.ts";
import { join } from "../steps/sign-up.ts";
import { mailTo } from "../world/mailbox.ts";

const { arrive } = visitors();
const person = newPerson();
let page: Page;
/** As the order's page says it. */
let lastDay = "";

/** The tests of this file are one change of mind, on the day of the purchase. */
beforeAll(async () => {
  page = await arrive(originOf("image-ai-run"));
  await join(page, person);
});

const dialog = () => page.getByRole("alertdialog");

it("says on the order's page until when its buyer may withdraw", async () => {
  await openPayment(page, "100 credits", "Buy with card");
  await payByCard(page);
  await seePage(page, "100 credits");
  const words = page.getByText(/^You may withdraw from this order until the end of .*, without giving a reason/);
  lastDay = /until the end of (\d+ \w+ \d{4}),/.exec((await words.textContent()) ?? "")?.[1] ?? "";
  // Fourteen days, or more where the last one is no working day.
  const days = (Date.parse(`${lastDay} UTC`) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(12);
  expect(days).toBeLessThan(21);
});

it("says what comes back and what is taken before anything is done", async () => {
  await page.getByRole("button", { name: "Withdraw from this order" }).click();
  await dialog().getByText("$9.90 go back the way you paid.").waitFor();
  await dialog().getByText("100 credits you have not used are taken back; what you used stays yours.").waitFor();
  await dialog().getByText(`Your 14 days end with ${lastDay}`).waitFor();
  await seeBalance(page, "100 credits");
});

it("does it, and the order, its refund and the balance say so", async () => {
  await dialog().getByRole("button", { name: "Withdraw and get $9.90 back" }).click();
  await see(page, "Withdrawn");
  await see(page, /100 credits of the order were taken back/);
  await seeBalance(page, "0 credits");
  await expect.poll(() => page.getByRole("button", { name: "Withdraw from this order" }).count()).toBe(0);
});

it("confirms it by mail at once, and the money by another, once it is on its way", async () => {
  const confirmed = await mailTo(person.email, /you withdrew from your order/);
  expect(confirmed.text).toContain(`Your 14 days end with ${lastDay}`);
  expect(confirmed.text).toContain("we accept it");
  expect((await mailTo(person.email, /your refund/)).text).toContain("$9.90");
  expect(await refundAtStripe(person)).toMatchObject({ amount: 990, status: "succeeded" });
});
