import type { Page } from "playwright-core";
import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { dropFile } from "../browser/drop-file.ts";
import { saveDownload } from "../browser/save-download.ts";
import { follow, see } from "../browser/see.ts";
import { visitors } from "../browser/visitors.ts";
import { originOf } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { openPayment, payByCard } from "../steps/buy-credits.ts";
import { modelPhoto } from "../steps/model-photo.ts";
import { newPerson } from "../steps/people.ts";
import { join } from "../steps/sign-up.ts";
import { subscribe } from "../steps/subscribe.ts";
import { dial } from "../world/dial.ts";

const { arrive } = visitors();
const person = newPerson();
let page: Page;

/** The tests of this file are one person's day, in order. */
beforeAll(async () => {
  page = await arrive(originOf("modelmyimage"));
});

it("lets a member buy credits for models, beside the membership that making them asks for", async () => {
  await join(page, person);
  await subscribe(page, "Membership");
  await openPayment(page, "60 credits", "Buy with card");
  await payByCard(page);
  await see(page, "Spend 60 credits");
});

it("refuses a damaged photo at its field as soon as it is chosen, and shows no broken picture", async () => {
  await page.goto("/create");
  const whole = await photoOfAVase();
  const damaged = whole.subarray(0, whole.length >> 1);
  await dropFile(page.getByLabel("Photo"), { name: "half.jpg", type: "image/jpeg", bytes: damaged });
  const said = page.getByText(/^half\.jpg: This image is damaged or incomplete\./);
  await said.waitFor();
  expect(await page.getByLabel("Photo").getAttribute("aria-invalid")).toBe("true");
  await dropFile(page.getByLabel("Photo"), { name: "words.png", type: "image/png", bytes: Buffer.from("no picture") });
  await page.getByText(/^words\.png: This image is damaged/).waitFor();
  expect(await page.getByRole("main").locator("img").count()).toBe(0);

  await dropFile(page.getByLabel("Photo"), { name: "vase.jpg", type: "image/jpeg", bytes: whole });
  await see(page, /, checked$/);
  expect(await said.count()).toBe(0);
  await page.getByRole("button", { name: "Remove" }).click();
  const gone = `SELECT u.purge_cause FROM upload u JOIN member m ON m.id = u.member_id WHERE m.email = $1`;
  await expect.poll(() => records(gone, [person.email])).toEqual([{ purge_cause: "member-request" }]);
});

it("turns a photo into a mesh that can be looked at and taken away", async () => {
  await modelPhoto(page, { photo: await photoOfAVase(), tier: "Low Fidelity", price: "10 credits" });
  await see(page, "Delivered");
  const viewer = page.getByRole("img", { name: /^3D model/ });
  await expect.poll(() => viewer.locator("canvas").count()).toBe(1);
  await see(page, /^\d[\d,]* triangles$/);

  const glb = await saveDownload(page, /^Download GLB/);
  expect(glb.subarray(0, 4).toString()).toBe("glTF");
  const stl = await saveDownload(page, /^Download STL/);
  expect(stl.length).toBe(84 + 50 * stl.readUInt32LE(80));
  const obj = await saveDownload(page, /^Download OBJ/);
  expect(obj.toString("utf8")).toMatch(/^v -?\d/m);
  expect(obj.toString("utf8")).toMatch(/^f \d/m);
  // Ten minutes from the end of the work, of which a busy machine may have taken some to come here.
  await see(page, /^Deleted in ([4-9]|10) min$/);
});

it("deletes the files at once when asked, keeps a receipt, and the old link opens nothing", async () => {
  const link = await page.getByRole("link", { name: /^Download GLB/ }).getAttribute("href");
  expect((await dial(link ?? "")).status).toBe(200);
  await page.getByRole("button", { name: "Delete now" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete now" }).click();
  await see(page, "The files of this generation are gone. What remains is this entry and its receipts.");
  for (const format of ["GLB", "STL", "OBJ"]) {
    const receipt = page.getByRole("region", { name: `Deletion receipt, ${format}` });
    await receipt.getByText("you asked for it").waitFor();
    await receipt.getByText(/^[0-9a-f]{64}$/).waitFor();
    await receipt.getByRole("link", { name: "Save receipt" }).waitFor();
  }
  expect((await dial(link ?? "")).status).toBe(410);
});

it("cuts the background away", async () => {
  await modelPhoto(page, { photo: await photoOfAVase(), tier: "Background Removal", price: "2 credits" });
  await see(page, "Delivered");
  const picture = sharp(await saveDownload(page, /^Download PNG/));
  expect((await picture.metadata()).hasAlpha).toBe(true);
  const { channels } = await picture.stats();
  expect(channels[3]?.min).toBe(0);
  expect(channels[3]?.max).toBe(255);
});

it("lets the files go when their window is over, with nobody asking", async () => {
  const generationId = new URL(page.url()).pathname.split("/").at(-1);
  const link = await page.getByRole("link", { name: /^Download PNG/ }).getAttribute("href");
  await records("UPDATE artifact SET keep_until = now() - interval '1 second' WHERE generation_id = $1", [
    generationId,
  ]);
  expect((await dial(link ?? "")).status).toBe(410);
  await expect
    .poll(
      () =>
        records("SELECT purge_cause FROM artifact WHERE generation_id = $1 AND bytes_deleted_at IS NOT NULL", [
          generationId,
        ]),
      { timeout: 60_000, interval: 500 },
    )
    .toEqual([{ purge_cause: "window-ended" }]);
  await page.goto("/history");
  await follow(page.getByRole("link", { name: /^Background Removal/ }), "Background Removal");
  await page
    .getByRole("region", { name: "Deletion receipt, PNG" })
    .getByText(/its time was over/)
    .waitFor();
});

it("keeps the photo no longer than the work on it", async () => {
  const photos = await records<{ overdue: boolean }>(
    `SELECT u.keep_until <= now() AND u.key_destroyed_at IS NULL AS overdue
     FROM upload u JOIN member m ON m.id = u.member_id WHERE m.email = $1`,
    [person.email],
  );
  expect(photos.length).toBeGreaterThan(0);
  expect(photos.filter(({ overdue }) => overdue)).toEqual([]);
});

/** A dark vase on a light wall: something a background can be taken from. */
function photoOfAVase(): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320">
    <rect width="320" height="320" fill="#e9e4da"/>
    <path d="M120 60h80l-14 50c40 40 44 110 4 160h-60c-40-50-36-120 4-160z" fill="#2f4a5f"/>
  </svg>`;
  return sharp(Buffer.from(drawing)).jpeg().toBuffer();
}
