import type { Page } from "playwright-core";
import { seePage } from "../browser/see.ts";

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
  return generationOn(page, model);
}

/** The id of the generation whose page comes, headed by the model that makes it. */
export async function generationOn(page: Page, model: string): Promise<string> {
  await page.waitForURL("**/g/gen_*");
  await seePage(page, model);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** A button that can be pressed says nothing of being disabled. */
const ready = (page: Page) => page.locator(":not([aria-disabled=true])");
