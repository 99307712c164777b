import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchBrowser } from "./launch-browser.ts";

const screenshots = fileURLToPath(new URL("../screenshots", import.meta.url));
/** A page under test answers well within this on two busy cores. */
const patienceMs = 20_000;

export type Visitors = {
  /** A person with a browser of their own: no cookie is shared with the visitors before. */
  arrive(origin: string, options?: BrowserContextOptions): Promise<Page>;
};

/** One browser for the file it is called in. When a test fails, every open page is kept as a picture. */
export function visitors(): Visitors {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await photograph(contexts, task.name);
  });
  return {
    async arrive(origin, options = {}) {
      if (browser === undefined) throw new Error("visitors arrive inside a test, when the browser is there");
      const context = await browser.newContext({ baseURL: origin, locale: "en-GB", timezoneId: "UTC", ...options });
      context.setDefaultTimeout(patienceMs);
      contexts.push(context);
      return context.newPage();
    },
  };
}

async function photograph(contexts: readonly BrowserContext[], name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  const pages = contexts.flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) {
    const file = `${screenshots}/${name.replaceAll(/[^\w]+/g, "-").slice(0, 80)}-${at}.png`;
    await page.screenshot({ path: file, fullPage: true, timeout: 5_000 });
  }
}
