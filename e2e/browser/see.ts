import type { Locator, Page } from "playwright-core";

/** Waits until the page says something, without a reload. @throws Error when it does not within the page's patience. */
export async function see(page: Page, text: string | RegExp, patience: { timeout?: number } = {}): Promise<void> {
  await page.getByText(text).locator("visible=true").first().waitFor(patience);
}

/**
 * Waits until the page of this heading is shown. An address changes before its page does: until then the page that is left
 * answers, and takes whatever is typed.
 */
export async function seePage(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

/** Follows a link, and waits for the page it leads to. */
export async function follow(link: Locator, heading: string | RegExp): Promise<void> {
  await link.click();
  await seePage(link.page(), heading);
}

/** Waits until the header tells this balance: "98 credits". */
export async function seeBalance(page: Page, balance: string): Promise<void> {
  await page.getByRole("banner").getByRole("link", { name: balance, exact: true }).waitFor();
}

/** What the page says now to whoever listens to it: its roles, names and words, as lines. */
export function wordsOf(page: Page): Promise<string> {
  return page.locator("body").ariaSnapshot();
}
