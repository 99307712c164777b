import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { follow, see, seeBalance } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { adminOrigin, originOf, signInOf } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { newPerson } from "../steps/people.ts";
import { signInStaff } from "../steps/sign-in-staff.ts";
import { join } from "../steps/sign-up.ts";
import { subscribe, subscriptionOf } from "../steps/subscribe.ts";
import { mailTo } from "../world/mailbox.ts";
import { passRenewal } from "../world/stripe-clock.ts";

const { arrive } = visitors();
const person = newPerson();
let member: Page;
let staff: Page;

/** The tests of this file are a new price, and a member who leaves by mail because of it, in order. */
beforeAll(async () => {
  member = await arrive(originOf("image-ai-run"));
  staff = await arrive(adminOrigin);
  await join(member, person);
  await subscribe(member, "Studio");
});

const preview = () => staff.getByRole("region", { name: "What this would do" });
/** Two days ahead, so that no midnight comes between the preview, the press and the renewal. */
async function typePrice(): Promise<void> {
  await staff.getByLabel("Price a month").fill("69.9");
  await staff.getByLabel("For new subscribers from").fill(minuteOf(Date.now() + 48 * 3_600_000));
}
const minuteOf = (at: number) => new Date(at).toISOString().slice(0, 16);
const prices = () => staff.getByRole("table", { name: "Prices" });

it("lists every storefront's plans, with who pays for them", async () => {
  await signInStaff(staff, signInOf("admin@demo.test"));
  await follow(staff.getByRole("link", { name: "Plans" }), "Plans");
  const plans = staff.getByRole("table", { name: "Plans" });
  await plans.getByRole("row", { name: /^Membership ModelMyImage .* \$9\.00 a month/ }).waitFor();
  await plans.getByRole("row", { name: /^Studio Image-AI\.run .* \$59\.90 a month [1-9]/ }).waitFor();
  await follow(plans.getByRole("link", { name: "Studio" }), "Studio");
});

it("says whom a new price reaches, and when, before it is set", async () => {
  await typePrice();
  await preview().getByText("$59.90 becomes $69.90 a month for who subscribes.").waitFor();
  await preview()
    .getByText(/told by mail at once\.$/)
    .waitFor();
  await preview()
    .getByText(/^No renewal of theirs carries it before /)
    .waitFor();
  await preview()
    .getByText(/^By .*IAI-/)
    .waitFor();
  expect(await records("SELECT 1 FROM plan_price WHERE plan_id = 'iai-studio' AND amount_minor = 6990")).toEqual([]);
});

it("sets it with a reason, tells the subscriber, and takes it once", async () => {
  await staff.getByRole("button", { name: "Set $69.90" }).click();
  await see(staff, "Say why: the reason is kept with the price.");
  await staff.getByRole("textbox", { name: "Why" }).fill("The models behind it cost more.");
  await staff.getByRole("button", { name: "Set $69.90" }).click();
  const row = prices().getByRole("row", { name: /^\$69\.90/ });
  await row.getByText("To come").waitFor();
  await row.getByText("The models behind it cost more.").waitFor();
  const mail = await mailTo(person.email, /the price of Studio changes/);
  expect(mail.text).toContain("The new price is $69.90 a month.");
  await typePrice();
  await see(staff, "Studio is set to $69.90 already.");
});

it("says on the billing page from when the renewal costs more", async () => {
  // Paid yesterday: what happens below has come a day later than the first payment.
  await records(
    `WITH earlier AS (UPDATE subscription SET started_at = started_at - interval '1 day'
       WHERE member_id = (SELECT id FROM member WHERE email = $1) RETURNING id)
     UPDATE credit_order SET paid_at = paid_at - interval '1 day' WHERE subscription_id IN (SELECT id FROM earlier)`,
    [person.email],
  );
  await passRenewal(person.email);
  await member.goto("/billing");
  await seeBalance(member, "3,000 credits");
  await see(member, /^From .* it costs \$69\.90 in place of \$59\.90$/, { timeout: 60_000 });
});

it("says what cancelling by mail would do as of its arrival: the renewal since then goes back", async () => {
  await follow(staff.getByRole("link", { name: "Members" }), "Members");
  await staff.getByRole("searchbox", { name: "Beginning of an email" }).fill(person.email);
  await staff.waitForURL("**/members?search=*");
  await follow(staff.getByRole("table").getByRole("link", { name: person.email }), person.email);
  await staff.getByText("Cancel by mail").click();
  await staff.getByLabel("The mail arrived").fill(minuteOf(Date.now() - 3_600_000));
  await preview()
    .getByText(/^\$59\.90 of a renewal that was charged since go back\.$/)
    .waitFor();
});

it("does just that, and the member hears of it", async () => {
  await staff.getByRole("textbox", { name: "The member's words" }).fill("That is too dear for me. Please cancel.");
  await staff.getByRole("button", { name: "Cancel Studio" }).click();
  const subscription = staff.getByRole("region", { name: /^Studio/ });
  await subscription.getByText("Cancelled, runs on").waitFor();
  await subscription.getByText(/, by mail$/).waitFor();
  expect((await mailTo(person.email, /subscription is cancelled/)).text).toContain("Your mail to cancel");
  await mailTo(person.email, /your refund/);
  await subscriptionOf(member, "Studio").getByText("Cancelled", { exact: true }).first().waitFor();
  await seeBalance(member, "1,500 credits");
});
