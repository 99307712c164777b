import type { Page } from "playwright-core";
import { beforeAll, expect, it, vi } from "vitest";
import { saveDownload } from "../browser/save-download.ts";
import { follow, see, seeBalance } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { originOf } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { openPayment, payByCard } from "../steps/buy-credits.ts";
import { generate, generationOn } from "../steps/generate.ts";
import { newPerson } from "../steps/people.ts";
import { askToJoin, join } from "../steps/sign-up.ts";
import { armFaults, releaseEvents } from "../world/faults.ts";

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
  const button = page.getByRole("button", { name: /^Generate for/ });
  await expect.poll(() => button.getAttribute("aria-disabled")).toBe("true");
});

it("gives credits when the payment is verified, and not when the payer comes back", async () => {
  await openPayment(page, "100 credits", "Buy with card");
  // Half a minute after an order was placed the processor is asked about it: nobody is to have asked before the page is seen.
  await records(
    `UPDATE credit_order SET placed_at = now() + interval '1 minute'
     WHERE member_id = (SELECT id FROM member WHERE email = $1)`,
    [person.email],
  );
  const session = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await armFaults({ stripe: ["hold-webhook"], only: [session], times: 1 });
  await see(page, "$9.90");
  await payByCard(page);
  await see(page, "Waiting for the payment to be verified");
  expect(await creditsOf(person.email)).toBe(0);
  await seeBalance(page, "0 credits");

  await releaseEvents();
  await see(page, "Spend 100 credits");
  await seeBalance(page, "100 credits");
  expect(await creditsOf(person.email)).toBe(100);
});

it("makes a picture of words, tells each stage as it comes, and gives the file", async () => {
  // Without a webhook it is our own asking that finds each stage, however slow the machine is.
  await generate(page, { prompt: "a lighthouse at dusk [after-polls] [no-webhook]", price: "2 credits" });
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
  await generationOn(page, "Z-Image");
  await see(page, "Delivered");
  const made = await records<{ captured: number }>(
    `SELECT h.captured FROM generation g JOIN ledger.hold h ON h.id = g.hold_id
     JOIN member m ON m.id = g.member_id WHERE m.email = $1 AND g.prompt LIKE 'two presses%'`,
    [person.email],
  );
  expect(made.map(({ captured }) => Number(captured))).toEqual([2]);
});

it("lists what was made in the history", async () => {
  await follow(page.getByRole("link", { name: "History" }).first(), "History");
  const list = page.getByRole("table", { name: "Generations" });
  await list.getByText("a lighthouse at dusk").waitFor();
  await expect.poll(() => list.getByText("Delivered").count()).toBe(2);
  await follow(list.getByRole("link", { name: /a lighthouse/ }), "Z-Image");
  await page.getByRole("img", { name: /^Generated image: a lighthouse/ }).waitFor();
});

it("accounts for every credit in the statement", async () => {
  await page.goto("/billing");
  const entries = page.getByRole("table", { name: "Entries" });
  await entries
    .getByRole("row", { name: /^Added/ })
    .getByRole("link", { name: "order" })
    .waitFor();
  for (const deed of [/^Set aside/, /^Charged/]) {
    const links = entries.getByRole("row", { name: deed }).getByRole("link", { name: "generation" });
    await expect.poll(() => links.count()).toBe(2);
  }
  expect(await creditsOf(person.email)).toBe(96);
});

it("hands out the statement as a file, to print and to count", async () => {
  expect((await saveDownload(page, /^PDF$/)).subarray(0, 5).toString()).toBe("%PDF-");
  const csv = (await saveDownload(page, /^CSV$/)).toString();
  expect(csv).toContain("Balance until now,closing");
});

async function creditsOf(email: string): Promise<number> {
  const [row] = await records<{ available: string }>(
    `SELECT coalesce(sum(l.available), 0) AS available FROM ledger.lot l
     JOIN member m ON m.id = l.wallet_id WHERE m.email = $1`,
    [email],
  );
  return Number(row?.available);
}
