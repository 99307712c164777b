import type { Page } from "playwright-core";

/** Waits until the page says something, without a reload. @throws Error when it does not within the page's patience. */
export async function see(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).locator("visible=true").first().waitFor();
}

/** All the words a person reads on the page now. */
export function wordsOf(page: Page): Promise<string> {
  return page.locator("body").textContent();
}
