import { gzipSync } from "node:zlib";
import { storefrontIds } from "@covenant/domain";
import type { Page } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import { follow } from "./browser/see.ts";
import { visitors } from "./browser/visitors.ts";
import { installation, originOf } from "./installation/installation.ts";

const { arrive } = visitors();
const openPaths = ["/", "/pricing", "/legal/terms"];
/** What a first visit to a public page may fetch in scripts, in kB after gzip; `pnpm bench bundle` tells of what it is made. */
const scriptBudget = 125;

describe.each(storefrontIds)("%s, to somebody who has never been here", (storefront) => {
  it("is readable without scripts", async () => {
    const page = await arrive(originOf(storefront), { javaScriptEnabled: false });
    await untilRendered(page);
    expect(await page.getByRole("main").getByRole("list").first().textContent()).toMatch(/\d credits?/);
    await follow(page.getByRole("link", { name: "See prices" }), "Pricing");
    expect(await page.getByRole("main").textContent()).toMatch(/\$\d/);
    await follow(page.getByRole("contentinfo").getByRole("link", { name: "Terms" }), "Terms of service");
    expect(await page.getByRole("heading", { level: 2 }).count()).toBeGreaterThan(3);
  });

  it.each(openPaths)(`fetches at most ${scriptBudget} kB of scripts for %s`, async (path) => {
    const page = await arrive(originOf(storefront));
    const scripts: Promise<number>[] = [];
    page.on("response", (response) => {
      const isScript = response.request().resourceType() === "script";
      if (isScript) scripts.push(response.body().then((body) => gzipSync(body).length / 1000));
    });
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const sizes = await Promise.all(scripts);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(scriptBudget);
  });

  it("never shows less than it showed at first, and then goes on without loading anew", async () => {
    const page = await arrive(originOf(storefront));
    await untilRendered(page);
    await page.addInitScript(countEmptyMoments);
    await page.goto("/");
    await untilTakenOver(page);
    await page.evaluate("window.isSame = true");
    await follow(page.getByRole("link", { name: "See prices" }), "Pricing");
    await follow(page.getByRole("banner").getByRole("link", { name: "Sign in" }), /^Sign in to /);
    expect(await page.evaluate("[window.isSame, window.emptyMoments]")).toEqual([true, 0]);
  });
});

it("lets the theme be chosen on a phone", async () => {
  const page = await arrive(originOf("image-ai-run"), { viewport: { width: 390, height: 844 } });
  await page.goto("/");
  await page.getByRole("radio", { name: "Dark" }).locator("visible=true").check();
  await expect.poll(() => page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
  await page.reload();
  await page.getByRole("radio", { name: "Dark", checked: true }).locator("visible=true").waitFor();
});

it("shows the start page of no storefront at plain localhost", async () => {
  const page = await arrive(`http://localhost:${installation.ports.WEB_PORT}`, { javaScriptEnabled: false });
  await page.goto("/");
  expect(await page.locator("#app").innerHTML()).toBe("");
});

/** The web server renders as soon as the api answers, which may be a moment after both have started. */
async function untilRendered(page: Page): Promise<void> {
  await vi.waitFor(
    async () => {
      const response = await page.goto("/");
      if (!(await response?.text())?.includes("<h1")) throw new Error("the start page is not rendered yet");
    },
    { timeout: 60_000, interval: 200 },
  );
}

/** What the app alone can hear is locked in the page that came ready-made, and no longer once the app has taken its place. */
async function untilTakenOver(page: Page): Promise<void> {
  await expect.poll(() => page.getByRole("banner").getByRole("radio", { name: "Dark" }).isEnabled()).toBe(true);
}

/** Runs in the page before its own scripts: counts how often a heading that was there is gone. */
const countEmptyMoments = `
  window.emptyMoments = 0;
  let hadHeading = false;
  new MutationObserver(() => {
    const hasHeading = document.querySelector("h1") !== null;
    if (hadHeading && !hasHeading) window.emptyMoments += 1;
    hadHeading = hasHeading;
  }).observe(document, { childList: true, subtree: true });
`;
