import type { Page } from "playwright-core";
import { codeOnPhone } from "../world/authenticator.ts";

/** Signs a person of the staff in with password and second factor. A code signs in once, so a used one is waited out. */
export async function signInStaff(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Six-digit code").fill(await codeOnPhone());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
}
