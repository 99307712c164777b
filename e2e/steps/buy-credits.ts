import type { Page } from "playwright-core";

/** Presses a pack's button and waits for the payment page of the outside world. */
export async function openPayment(page: Page, pack: string, button: string): Promise<void> {
  await page.goto("/pricing");
  const offer = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: pack, exact: true }) });
  await offer.getByRole("button", { name: button }).click();
  await page.waitForURL("**/checkout/**");
}

/** Pays by a card that works; ends on the order's page. */
export async function payByCard(page: Page): Promise<void> {
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await page.getByRole("button", { name: /^Pay / }).click();
  await page.waitForURL("**/orders/ord_*");
}
