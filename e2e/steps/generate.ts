import type { Page } from "playwright-core";

export type Wish = { prompt: string; model?: string; price: string };

/** Writes a prompt, chooses a model and presses the button that carries the price; ends on the generation's page. */
export async function generate(page: Page, { prompt, model = "Z-Image", price }: Wish): Promise<string> {
  await page.goto("/create");
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByRole("radio", { name: model }).check();
  await page
    .getByRole("button", { name: `Generate for ${price}`, exact: true })
    .and(ready(page))
    .click();
  return generationOn(page);
}

/** The id of the generation whose page this is, or is about to be. */
export async function generationOn(page: Page): Promise<string> {
  await page.waitForURL("**/g/gen_*");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** A button that can be pressed says nothing of being disabled. */
const ready = (page: Page) => page.locator(":not([aria-disabled=true])");
