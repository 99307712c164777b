import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { follow, see, seePage } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { adminOrigin, originOf, signInOf } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { newPerson } from "../steps/people.ts";
import { signInStaff } from "../steps/sign-in-staff.ts";
import { join } from "../steps/sign-up.ts";
import { mailTo } from "../world/mailbox.ts";

const { arrive } = visitors();
const person = newPerson();
const seen = "Three payments by cards that were reported stolen.";
let member: Page;
let staff: Page;

/** The tests of this file are one account: looked at, suspended, told why, and free again. */
beforeAll(async () => {
  member = await arrive(originOf("image-ai-run"));
  staff = await arrive(adminOrigin);
  await join(member, person);
});

const notice = () => member.getByRole("main").getByText("You cannot generate while your account is suspended");
const record = () =>
  records<{ kind: string }>("SELECT s.kind FROM sanction s JOIN member m ON m.id = s.member_id WHERE m.email = $1", [
    person.email,
  ]);

it("shows a member that nothing stands against them", async () => {
  await follow(member.getByRole("link", { name: "Standing" }), "Your account is in good standing");
  await see(member, "Nothing stands against you");
  await see(member, "A breach of the rules of conduct would lead to a warning.");
});

it("opens a case at the member's page, which blames nobody yet", async () => {
  await signInStaff(staff, signInOf("moderator@demo.test"));
  await follow(staff.getByRole("link", { name: "Members" }), "Members");
  await staff.getByRole("searchbox", { name: "Beginning of an email" }).fill(person.email);
  await staff.waitForURL("**/members?search=*");
  await follow(staff.getByRole("row", { name: new RegExp(person.email) }).getByRole("link"), person.email);
  await staff.getByText("Open a case about this account").click();
  await staff.getByLabel("About").selectOption("fraud");
  await staff.getByRole("textbox", { name: "What was seen" }).fill(seen);
  await staff.getByRole("button", { name: "Open the case" }).click();
  await seePage(staff, "Account: fraud");
  expect(await record()).toEqual([]);
});

it("says before it is confirmed what would follow, with the notice word for word, once a person says what they find", async () => {
  await staff.getByLabel("What you find").selectOption("It was so");
  const preview = staff.getByRole("region", { name: "What this would do" });
  await preview.getByText(/^The account is suspended until \d{1,2} \w+ \d{4}\.$/).waitFor();
  await preview.getByText(/^A strike of weight 3 counts until/).waitFor();
  const words = staff.getByRole("region", { name: "The notice, word for word" });
  await words.getByText(seen).waitFor();
  await words.getByText("No machine took part").waitFor();
  expect(await record()).toEqual([]);
});

it("does it when it is confirmed, with a reason", async () => {
  await staff.getByRole("textbox", { name: "Why" }).first().fill("The processor named all three cards.");
  await staff.getByRole("button", { name: "Confirm: suspension" }).click();
  await staff.getByText("Breach confirmed").first().waitFor();
  expect(await record()).toEqual([{ kind: "suspension" }]);
});

it("tells the member why, by mail and on their page, and leaves them everything but starting anew", async () => {
  await member.goto("/create");
  await notice().waitFor();
  const why = member.getByRole("main").getByRole("link", { name: "See why, and appeal" });
  await follow(why, "Your account is suspended");
  await member.getByText(seen).waitFor();
  await member.getByRole("heading", { name: "For fraud", exact: true }).waitFor();
  const appeal = member.getByRole("main").getByRole("link", { name: "Appeal this" }).first();
  const { text, links } = await mailTo(person.email, /suspended/);
  expect(links.some((link) => link.endsWith("/standing"))).toBe(true);
  const href = (await appeal.getAttribute("href")) ?? "no link to appeal";
  expect(links.some((link) => link.endsWith(href))).toBe(true);
  expect(text).toContain(seen);
  await member.goto("/billing");
  await see(member, "0 credits");
});

it("lets the member start again as soon as the suspension is lifted", async () => {
  await follow(staff.getByRole("main").getByRole("link", { name: person.email }).first(), person.email);
  await staff.getByText("Lift the suspension").first().click();
  await staff.getByRole("textbox", { name: "Why" }).fill("The bank had mixed up two people.");
  await staff.getByRole("button", { name: "Lift the suspension" }).click();
  await staff.getByText("Undone", { exact: true }).waitFor();
  await member.goto("/standing");
  await member.getByText("Undone", { exact: true }).waitFor();
  await member.goto("/create");
  await member.getByLabel("Prompt").waitFor();
  await expect.poll(() => notice().count()).toBe(0);
});
