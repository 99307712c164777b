import type { Page } from "playwright-core";

/** The card of a plan or a pack on the pricing page. */
export function offerOf(page: Page, name: string) {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
}

/** Presses a plan's button and waits for the payment page of the outside world. */
export async function openSubscribing(page: Page, plan: string): Promise<void> {
  await page.goto("/pricing");
  await offerOf(page, plan).getByRole("button", { name: "Subscribe" }).click();
  await page.waitForURL("**/checkout/**");
}

/** Pays on the payment page by a card that works, renewals included; ends on the billing page. */
export async function payForPlan(page: Page): Promise<void> {
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await page.getByRole("button", { name: /^Pay .* and subscribe$/ }).click();
  await page.waitForURL("**/billing");
}

/** The part of the billing page that looks after the subscription to a plan. */
export function subscriptionOf(page: Page, plan: string) {
  return page.getByRole("region", { name: `Subscription: ${plan}` });
}

/** Subscribes and waits until the payment is verified. */
export async function subscribe(page: Page, plan: string): Promise<void> {
  await openSubscribing(page, plan);
  await payForPlan(page);
  await subscriptionOf(page, plan).getByText("Active").waitFor();
}
