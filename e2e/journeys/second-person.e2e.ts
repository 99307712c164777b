import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { follow, see, seeBalance, seePage } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { adminOrigin, originOf, signInOf } from "../installation/installation.ts";
import { openPayment, payByCard } from "../steps/buy-credits.ts";
import { newPerson } from "../steps/people.ts";
import { refundAtStripe } from "../steps/refund-at-stripe.ts";
import { signInStaff } from "../steps/sign-in-staff.ts";
import { join } from "../steps/sign-up.ts";
import { mailTo } from "../world/mailbox.ts";

const { arrive } = visitors();
const person = newPerson();
const pack = "1,000 credits";
const note = `The statement of ${person.email} shows another amount.`;
let member: Page;
let proposer: Page;
let approver: Page;
let order = "";

/** The tests of this file are one refund above what one person may give, and the two who give it. */
beforeAll(async () => {
  [member, proposer, approver] = [
    await arrive(originOf("image-ai-run")),
    await arrive(adminOrigin),
    await arrive(adminOrigin),
  ];
  await Promise.all([
    buy(),
    signInStaff(proposer, signInOf("support@demo.test")),
    signInStaff(approver, signInOf("admin@demo.test")),
  ]);
});

async function buy(): Promise<void> {
  await join(member, person);
  await openPayment(member, pack, "Buy with card");
  await payByCard(member);
  await see(member, `Spend ${pack}`);
  order = new URL(member.url()).pathname;
}

const propose = () => proposer.getByRole("button", { name: "Propose $74.90 to a second person" });
const approve = (page: Page) => page.getByRole("button", { name: "Approve $74.90" });

it("lets one person propose so much, and moves nothing", async () => {
  await proposer.goto(order);
  await seePage(proposer, pack);
  await proposer.getByLabel("The member").selectOption("Was charged a wrong amount");
  await proposer.getByRole("textbox", { name: "Why" }).fill(note);
  await propose().click();
  await see(proposer, "$74.90 back: proposed, and waits for a second person");
  await seeBalance(member, pack);
});

it("lets the same person neither approve it nor propose a second", async () => {
  await expect.poll(() => approve(proposer).getAttribute("aria-disabled")).toBe("true");
  await see(proposer, "You proposed it, so somebody else has to decide.");
  await proposer.getByLabel("The member").selectOption("Was charged a wrong amount");
  await expect.poll(() => propose().getAttribute("aria-disabled")).toBe("true");
});

it("leads the second person from the count in the navigation to what was proposed", async () => {
  await follow(approver.getByRole("link", { name: /^Proposals \d+ open$/ }), "Proposals");
  const row = approver
    .getByRole("table", { name: /^Proposals/ })
    .getByRole("row")
    .filter({ hasText: note });
  await follow(row.getByRole("link"), pack);
  await see(approver, `Proposed: $74.90 back`);
  await see(approver, "1,000 credits are taken back: available → reclaimed.");
});

it("gives it back once that person approves, and says who proposed and who approved", async () => {
  await approve(approver).click();
  const refunds = approver.getByRole("table", { name: "Refunds" });
  await refunds.getByText("Given back").waitFor();
  await refunds.getByText(/^proposed by /).waitFor();
  await refunds.getByText(/^approved by /).waitFor();
  await see(approver, "Refunded");
});

it("has sent the money, and the member reads it", async () => {
  expect((await mailTo(person.email, /your refund/)).text).toContain("$74.90");
  expect(await refundAtStripe(person)).toMatchObject({ amount: 7490, status: "succeeded" });
  await seeBalance(member, "0 credits");
});
