import type { Page } from "playwright-core";
import { beforeAll, expect, it, vi } from "vitest";
import { saveDownload } from "../browser/save-download.ts";
import { see, seeBalance } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { originOf } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { openPayment, payByCard } from "../steps/buy-credits.ts";
import { generate, generationOn } from "../steps/generate.ts";
import { newPerson } from "../steps/people.ts";
import { askToJoin, join } from "../steps/sign-up.ts";
import { armFaults } from "../world/faults.ts";

const { arrive } = visitors();
const person = newPerson();
let page: Page;

/** The tests of this file are one person's day, in order. */
beforeAll(async () => {
  page = await arrive(originOf("image-ai-run"));
});

it("tells a child in words that they are too young, and stores nothing", async () => {
  const child = newPerson(`${new Date().getUTCFullYear() - 9}-02-03`);
  await askToJoin(page, child);
  await see(page, "You are too young for this service.");
  await see(page, /Nothing was stored/);
  expect(await records("SELECT 1 FROM member WHERE email = $1", [child.email])).toEqual([]);
});

it("lets a grown-up join by the link in the mail", async () => {
  await join(page, person);
  await seeBalance(page, "0 credits");
  expect(await page.getByRole("button", { name: /^Generate for/ }).getAttribute("aria-disabled")).toBe("true");
});

it("gives credits when the payment is verified, and not when the payer comes back", async () => {
  await armFaults({ stripe: ["delay-webhook"], only: ["checkout.session.completed"], times: 1 });
  await openPayment(page, "100 credits", "Buy with card");
  await see(page, "$9.90");
  await payByCard(page);
  await see(page, "Waiting for the payment to be verified");
  expect(await creditsOf(person.email)).toBe(0);
  await seeBalance(page, "0 credits");

  await see(page, "Spend 100 credits", { timeout: 40_000 });
  await seeBalance(page, "100 credits");
  expect(await creditsOf(person.email)).toBe(100);
});

it("makes a picture of words, tells each stage as it comes, and gives the file", async () => {
  await generate(page, { prompt: "a lighthouse at dusk [slow]", price: "2 credits" });
  const loads = vi.fn();
  page.on("load", loads);
  for (const stage of ["Sent to the model", "The model is at work", "Delivered"]) await see(page, stage);
  expect(loads).not.toHaveBeenCalled();

  const picture = page.getByRole("img", { name: /^Generated image: a lighthouse at dusk/ });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const bytes = await saveDownload(page, /^Download PNG/);
  expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  await see(page, "2 credits charged.");
  await seeBalance(page, "98 credits");
});

it("makes one generation of a button pressed twice", async () => {
  await page.goto("/create");
  await page.getByLabel("Prompt").fill("two presses, one picture");
  const button = page.getByRole("button", { name: "Generate for 2 credits" });
  await expect.poll(() => button.getAttribute("aria-disabled")).toBeNull();
  await button.dblclick();
  await generationOn(page);
  await see(page, "Delivered");
  const made = await records<{ captured: number }>(
    `SELECT h.captured FROM generation g JOIN ledger.hold h ON h.id = g.hold_id
     JOIN member m ON m.id = g.member_id WHERE m.email = $1 AND g.prompt LIKE 'two presses%'`,
    [person.email],
  );
  expect(made.map(({ captured }) => Number(captured))).toEqual([2]);
});

it("lists what was made in the history", async () => {
  await page.getByRole("link", { name: "History" }).first().click();
  const list = page.getByRole("table", { name: "Generations" });
  await list.getByText("a lighthouse at dusk").waitFor();
  expect(await list.getByText("Delivered").count()).toBe(2);
  await list.getByRole("link", { name: /a lighthouse/ }).click();
  await page.getByRole("img", { name: /^Generated image: a lighthouse/ }).waitFor();
});

it("accounts for every credit in the statement", async () => {
  await page.goto("/billing");
  const entries = page.getByRole("table", { name: "Entries" });
  await entries
    .getByRole("row", { name: /^Added/ })
    .getByRole("link", { name: "order" })
    .waitFor();
  for (const deed of [/^Set aside/, /^Charged/])
    expect(await entries.getByRole("row", { name: deed }).getByRole("link", { name: "generation" }).count()).toBe(2);
  expect(await creditsOf(person.email)).toBe(96);
});

it("hands out the statement as a file, to print and to count", async () => {
  expect((await saveDownload(page, /^PDF$/)).subarray(0, 5).toString()).toBe("%PDF-");
  const csv = (await saveDownload(page, /^CSV$/)).toString();
  expect(csv).toContain("Balance at the end,closing");
});

async function creditsOf(email: string): Promise<number> {
  const [row] = await records<{ available: string }>(
    `SELECT coalesce(sum(l.available), 0) AS available FROM ledger.lot l
     JOIN member m ON m.id = l.wallet_id WHERE m.email = $1`,
    [email],
  );
  return Number(row?.available);
}
