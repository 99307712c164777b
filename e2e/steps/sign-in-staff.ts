import type { Page } from "playwright-core";
import { vi } from "vitest";
import { codeOnPhone } from "../world/authenticator.ts";

type StaffSignIn = { email: string; password: string };

/** Signs a person of the staff in with password and second factor. A code works once: a used one is waited out. */
export async function signInStaff(page: Page, { email, password }: StaffSignIn): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  const code = await codeOnPhone();
  if (await opensWith(page, code)) return;
  const next = await vi.waitUntil(() => unlessEqual(code), { timeout: 35_000, interval: 500 });
  if (!(await opensWith(page, next))) throw new Error(`${email} was not let in with a fresh code`);
}

async function opensWith(page: Page, code: string): Promise<boolean> {
  await page.getByLabel("Six-digit code").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
  const overview = page.getByRole("heading", { name: "Overview" });
  await overview.or(page.getByText("The code is not right.")).first().waitFor();
  return overview.isVisible();
}

async function unlessEqual(used: string): Promise<string | null> {
  const code = await codeOnPhone();
  return code === used ? null : code;
}
