import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { follow, see, seeBalance, seePage } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { adminOrigin, originOf, signInOf } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { openPayment, payByCard } from "../steps/buy-credits.ts";
import { generate } from "../steps/generate.ts";
import { newPerson } from "../steps/people.ts";
import { signInStaff } from "../steps/sign-in-staff.ts";
import { join } from "../steps/sign-up.ts";
import { dial } from "../world/dial.ts";
import { mailTo } from "../world/mailbox.ts";
import { areAhead } from "../world/terms-of-the-day.ts";

const { arrive } = visitors();
const person = newPerson();
let member: Page;
let staff: Page;
/** The second terms let no credits wait. */
const isAhead = areAhead("image-ai-run");
/** A block that waits for a person, and one that was charged at once. */
let waiting = "";
let charged = "";

/** The tests of this file are one moderator's morning, in order. */
beforeAll(async () => {
  member = await arrive(originOf("image-ai-run"));
  staff = await arrive(adminOrigin);
});

it("brings what one voice said before a person, and asks that person for a second factor", async () => {
  await join(member, person);
  await openPayment(member, "100 credits", "Buy with card");
  await payByCard(member);
  await see(member, "Spend 100 credits");
  charged = await generate(member, { prompt: "standin-violence on a bridge", price: "2 credits" });
  await see(member, "2 credits charged.");
  waiting = await generate(member, { prompt: "a deepfake of a mayor", price: "2 credits" });
  await see(member, isAhead ? /^2 credits wait for a person's decision/ : "2 credits returned. Nothing was charged.");

  await staff.goto("/cases");
  await seePage(staff, "Staff console");
  await signInStaff(staff, signInOf("moderator@demo.test"));
});

it("shows the case from the queue with its facts, its ruling and its entries, and the prompt covered", async () => {
  await staff.goto("/cases");
  const queue = staff.getByRole("table", { name: /^Cases that wait/ });
  await queue
    .getByRole("row", { name: /^Deceptive depiction of a real person/ })
    .first()
    .waitFor();
  await openCaseOf(staff, waiting);
  await staff.getByRole("table", { name: "Signals" }).getByText("Our screening").waitFor();
  await staff.getByRole("heading", { name: "Who pays" }).waitFor();
  await staff.getByRole("table", { name: "Ledger entries" }).getByText("available → held").waitFor();
  await see(staff, person.email);
  expect(await staff.content()).not.toContain("a deepfake of a mayor");
  await staff.getByRole("button", { name: "Reveal the prompt" }).click();
  await see(staff, "a deepfake of a mayor");
});

it("charges the credits that waited, if the terms let them wait, when the breach is confirmed, and the member sees it at once", async () => {
  await decide("Confirm the breach", "the mayor is a real person");
  await see(staff, "Breach confirmed");
  await see(member, isAhead ? "2 credits charged." : "2 credits returned. Nothing was charged.");
  await see(member, "A strike is on record against your account.");
  await mailTo(person.email, /a decision about your generation/);
});

it("pays back what was charged when the block is overturned", async () => {
  await member.goto(`/g/${charged}`);
  await see(member, "2 credits charged.");
  await openCaseOf(staff, charged);
  await see(staff, "2 credits are paid back by a new entry.");
  await decide("Overturn the block", "a stage play, not violence");
  await see(staff, "Overturned");
  await staff.getByRole("table", { name: "Ledger entries" }).getByText("pay-back").waitFor();
  await see(member, "2 credits paid back.");
  await see(member, "The strike of this generation was withdrawn and does not count.");
  await seeBalance(member, isAhead ? "98 credits" : "100 credits");
  const strikes = await records<{ state: string }>(
    "SELECT state FROM strike WHERE generation_id = ANY($1) ORDER BY id",
    [[charged, waiting]],
  );
  expect(strikes.map(({ state }) => state)).toEqual(["void", "counting"]);
});

it("finds in the ledger what a member's credits did, from their email to a single entry", async () => {
  await staff.goto("/ledger");
  await staff.getByRole("searchbox", { name: "Email, id, entry or seal" }).fill(person.email);
  const entries = staff.getByRole("table", { name: "Entries" });
  await entries.getByText("held → spent").first().waitFor();
  await staff.getByLabel("Kind").selectOption("pay-back");
  await staff.waitForURL("**kind=pay-back*");
  await entries
    .getByRole("row", { name: /pay-back/ })
    .getByRole("link")
    .first()
    .click();
  await see(staff, "2 credits, spent → available");
  await see(staff, "Hash before");
});

it("keeps a record of each act, the look at the prompt among them, for those who may read it", async () => {
  await openCaseOf(staff, waiting);
  const locked = staff.getByRole("button", { name: "Acts on this case" });
  await expect.poll(() => locked.getAttribute("aria-disabled")).toBe("true");
  const admin = await arrive(adminOrigin);
  await signInStaff(admin, signInOf("admin@demo.test"));
  await openCaseOf(admin, waiting);
  await follow(admin.getByRole("link", { name: "Acts on this case" }), "Acts");
  const acts = admin.getByRole("table", { name: "Acts" });
  await acts.getByRole("row", { name: /Confirmed a breach.*the mayor is a real person/ }).waitFor();
  await acts.getByRole("row", { name: /Looked at a prompt/ }).waitFor();
});

it("answers a member's session with nothing on the staff's side", async () => {
  const cookies = await member.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  expect(cookie).not.toBe("");
  const headers = { cookie, "x-covenant": "1" };
  const asStaff = await dial(`${adminOrigin}/trpc/cases.list?input=${encodeURIComponent("{}")}`, { headers });
  expect(asStaff.status).toBe(401);
  expect(JSON.parse(asStaff.body.toString("utf8")).result).toBeUndefined();
  const throughTheShop = await dial(`${originOf("image-ai-run")}/staff/trpc/cases.list`, { headers });
  expect(throughTheShop.body.toString("utf8")).not.toContain("case_");
  expect(throughTheShop.headers["content-type"]).toContain("text/html");
});

async function openCaseOf(page: Page, generationId: string): Promise<void> {
  const [row] = await records<{ id: string }>("SELECT id FROM review_case WHERE generation_id = $1", [generationId]);
  await page.goto(`/cases/${row?.id}`);
}

async function decide(answer: string, why: string): Promise<void> {
  await staff.getByRole("radio", { name: answer }).check();
  await staff.getByRole("textbox", { name: "Why" }).fill(why);
  await staff.getByRole("button", { name: answer }).click();
}
