import { Refusal, type StaffDemoCode } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { findStaff, openTotp } from "./staff-store.ts";
import { codeOfStep, stepAt } from "./totp.ts";

/**
 * The code that signs a demo person in now: that of this time step, or of the next where this one was used.
 * @throws Refusal "thing/not-found" outside demo mode and for nobody; "request/too-many" where both were used.
 */
export async function showDemoCode(
  { db, clock, settings }: Pick<Deps, "db" | "clock" | "settings">,
  email: string,
): Promise<StaffDemoCode> {
  const staff = settings.COVENANT_MODE === "demo" ? await findStaff(db, email) : null;
  if (staff === null) throw new Refusal("thing/not-found", { thing: "staff" });
  const current = stepAt(clock.now());
  const step = Math.max(current, Number(staff.totpLastStep) + 1);
  if (step > current + 1) throw new Refusal("request/too-many", { retryAfterSeconds: 30 });
  const { code, validUntil } = codeOfStep(openTotp(settings, staff), step);
  return { code, validUntil: validUntil.toISOString() };
}
