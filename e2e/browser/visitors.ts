import { mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchBrowser } from "./launch-browser.ts";

const screenshots = fileURLToPath(new URL("../screenshots", import.meta.url));
/** Generous, since a wait that succeeds costs nothing: on a busy machine a page takes ten times as long as alone. */
const patienceMs = 30_000;
/** `LATE_MS=400` lets every script and every answer come so much later: what a journey took for granted then fails. */
const lateMs = Number(process.env.LATE_MS ?? 0);

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
      if (lateMs > 0) await delay(context);
      contexts.push(context);
      return context.newPage();
    },
  };
}

async function delay(context: BrowserContext): Promise<void> {
  await context.route(/\/(assets|trpc)\//, async (route) => {
    await sleep(lateMs);
    await route.continue();
  });
}

async function photograph(contexts: readonly BrowserContext[], name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  const pages = contexts.flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) {
    const file = `${screenshots}/${name.replaceAll(/[^\w]+/g, "-").slice(0, 80)}-${at}.png`;
    await page.screenshot({ path: file, fullPage: true, timeout: 5_000 });
  }
}
