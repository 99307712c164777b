import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

/** Presses a link that downloads and gives the bytes that arrived. */
export async function saveDownload(page: Page, link: RegExp): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
  return readFile(await download.path());
}
