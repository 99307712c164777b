import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { follow, see, seeBalance } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { adminOrigin, originOf, signInOf } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { openPayment, payByCard } from "../steps/buy-credits.ts";
import { newPerson } from "../steps/people.ts";
import { refundAtStripe } from "../steps/refund-at-stripe.ts";
import { signInStaff } from "../steps/sign-in-staff.ts";
import { join } from "../steps/sign-up.ts";
import { mailTo } from "../world/mailbox.ts";

const { arrive } = visitors();
const person = newPerson();
let member: Page;
let staff: Page;

/** The tests of this file are one payment that was wrong, from the purchase to the money on its way back. */
beforeAll(async () => {
  member = await arrive(originOf("image-ai-run"));
  staff = await arrive(adminOrigin);
});

it("finds the order of a member who writes that they were charged a wrong amount", async () => {
  await join(member, person);
  await openPayment(member, "100 credits", "Buy with card");
  await payByCard(member);
  await see(member, "Spend 100 credits");

  await signInStaff(staff, signInOf("support@demo.test"));
  await follow(staff.getByRole("link", { name: "Orders" }), "Orders");
  await staff.getByRole("searchbox", { name: "Email or member id" }).fill(person.email);
  await staff.waitForURL("**/orders?member=*");
  const row = staff.getByRole("table", { name: /^Orders/ }).getByRole("row", { name: new RegExp(person.email) });
  await follow(row.getByRole("link"), "100 credits");
});

it("says what a refund would do before anything is done", async () => {
  await staff.getByLabel("The member").selectOption("Was charged a wrong amount");
  const preview = staff.getByRole("region", { name: "What this would do" });
  await preview.getByText("$9.90 go back to the way the order was paid.").waitFor();
  await preview.getByText(/^100 credits are taken back/).waitFor();
  expect(
    await records("SELECT 1 FROM refund r JOIN member m ON m.id = r.member_id WHERE m.email = $1", [person.email]),
  ).toEqual([]);
});

it("takes the credits and sends the money when it is pressed, and asks for a reason first", async () => {
  await staff.getByRole("button", { name: "Refund $9.90" }).click();
  await see(staff, "Say why: the reason is kept with the refund.");
  await staff.getByRole("textbox", { name: "Why" }).fill("The bank statement shows another amount.");
  await staff.getByRole("button", { name: "Refund $9.90" }).click();
  const refunds = staff.getByRole("table", { name: "Refunds" });
  await refunds.getByText("Given back").waitFor();
  await refunds.getByText("The bank statement shows another amount.").waitFor();
  await staff.getByRole("table", { name: "Ledger entries" }).getByText("available → reclaimed").waitFor();
});

it("finds nothing left to give back a second time", async () => {
  await staff.getByLabel("The member").selectOption("Was charged a wrong amount");
  await see(staff, "Nothing is due");
  const button = staff.getByRole("button", { name: "Refund", exact: true });
  await expect.poll(() => button.getAttribute("aria-disabled")).toBe("true");
});

it("has moved the money at the payment processor", async () => {
  expect(await refundAtStripe(person)).toMatchObject({ object: "refund", amount: 990, status: "succeeded" });
});

it("tells the member on the order's page and by mail, and their balance has gone down", async () => {
  await member.reload();
  await see(member, "Refunded");
  await see(member, /100 credits of the order were taken back/);
  await seeBalance(member, "0 credits");
  expect((await mailTo(person.email, /your refund/)).text).toContain("$9.90");
});
