import type { Page } from "playwright-core";
import { seePage } from "../browser/see.ts";

/** Signs a member in at the storefront the page is on; ends in the studio. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await seePage(page, /^(Create a picture|Model a photo)$/);
}
