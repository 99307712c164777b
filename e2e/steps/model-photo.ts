import type { Page } from "playwright-core";
import { dropFile } from "../browser/drop-file.ts";
import { generationOn } from "./generate.ts";

type Wish = { photo: Buffer; tier: string; price: string };

/** Drops a photo, chooses a tier and presses the button that carries the price; ends on the generation's page. */
export async function modelPhoto(page: Page, { photo, tier, price }: Wish): Promise<string> {
  await page.goto("/create");
  await dropFile(page.getByLabel("Photo"), { name: "vase.jpg", type: "image/jpeg", bytes: photo });
  await page.getByRole("radio", { name: tier }).check();
  const button = page.getByRole("button", { name: `Generate for ${price}`, exact: true });
  await button.and(page.locator(":not([aria-disabled=true])")).click();
  return generationOn(page, tier);
}
