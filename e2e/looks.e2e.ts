import { storefrontIds } from "@covenant/domain";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { follow } from "./browser/see.ts";
import { visitors } from "./browser/visitors.ts";
import { adminOrigin, installation, originOf, signInOf } from "./installation/installation.ts";
import { signIn } from "./steps/sign-in.ts";
import { signInStaff } from "./steps/sign-in-staff.ts";
import { secondTerms } from "./world/terms-of-the-day.ts";

const { arrive } = visitors();
/** The width of a common phone in CSS pixels. */
const phone = { viewport: { width: 390, height: 844 } };
const open = [
  "/",
  "/create",
  "/sign-in",
  "/sign-up",
  "/confirm",
  "/forgot-password",
  "/reset-password",
  "/nowhere",
  "/legal/terms",
];
const own = ["/create", "/history", "/billing", "/standing", "/pricing"];

describe.each([
  ["modelmyimage", own],
  ["apimodels", [...own, "/developers/keys", "/developers/calls"]],
  ["image-ai-run", own],
] as const)("%s on a phone", (storefront, ownPages) => {
  it("shows a visitor every page whole and without a complaint", async () => {
    const page = await arrive(originOf(storefront), phone);
    const version = secondTerms[storefront];
    expect(await faultsOf(page, [...open, `/legal/changes/${version}`, `/legal/privacy/${version}`])).toEqual([]);
    expect((await page.goto("/nowhere"))?.status()).toBe(404);
  });

  it("shows a member every page whole and without a complaint", async () => {
    const page = await arrive(originOf(storefront), phone);
    await signIn(page, signInOf("member@demo.test"));
    expect(await faultsOf(page, ownPages)).toEqual([]);
  });
});

it.each(storefrontIds)("leads from the foot of %s to legal pages that are there", async (storefront) => {
  const page = await arrive(originOf(storefront));
  await page.goto("/");
  const links = page.getByRole("contentinfo").getByRole("link").and(page.locator("[href^='/legal/']"));
  await links.first().waitFor();
  const title = page.getByRole("heading", { level: 1 });
  for (const link of await links.all()) {
    const left = await title.textContent();
    await link.click();
    await page.waitForURL(`**${await link.getAttribute("href")}`);
    await expect.poll(() => title.textContent()).not.toBe(left);
    await expect.poll(() => page.getByRole("main").getByRole("heading", { level: 2 }).count()).toBeGreaterThan(0);
  }
});

it("lists the storefronts at plain localhost", async () => {
  const page = await arrive(`http://localhost:${installation.ports.WEB_PORT}`, phone);
  expect(await faultsOf(page, ["/"])).toEqual([]);
  await follow(page.getByRole("link", { name: /^ModelMyImage/ }), "One photo. One model you can hold.");
  expect(page.url()).toBe(`${originOf("modelmyimage")}/`);
});

it("shows staff every page of the console whole and without a complaint", async () => {
  const page = await arrive(adminOrigin, phone);
  await signInStaff(page, signInOf("admin@demo.test"));
  expect(
    await faultsOf(page, [
      "/",
      "/cases",
      "/members",
      "/orders",
      "/plans",
      "/plans/iai-creator",
      "/payment-events",
      "/reconciliation",
      "/ledger",
      "/providers",
      "/replay?storefront=image-ai-run",
      "/acts",
    ]),
  ).toEqual([]);
});

/** What is wrong with pages: words on the console, what the content policy stopped, and what is wider than the screen. */
async function faultsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  page.on("console", (message) => {
    // Of a page that is none the browser says so itself.
    const isMissing = message.location().url.endsWith("/nowhere") && message.text().includes("404");
    if (message.type() === "error" && !isMissing) faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  for (const path of paths) {
    await page.goto(path);
    await page.getByRole("main").getByText(/\w/).first().waitFor();
    await page.waitForLoadState("networkidle");
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (tooWide > 0) faults.push(`${page.url()}: ${tooWide} pixels wider than the screen`);
  }
  return faults;
}
