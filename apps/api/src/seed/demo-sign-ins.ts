import type { Role } from "@covenant/domain";
import { type DemoKeys, demoMember, demoStaffEmail } from "./people.ts";

/** A sign-in that `npm start` prints. */
export type DemoSignIn = { email: string; password: string; where: string; secondFactor?: string };

/** The demo's passwords are no secrets: they are printed at every start, and nothing but the demo is seeded with them. */
export function demoKeys(totpSecret: string): DemoKeys {
  const staff = (role: Role) => ({ password: `covenant-demo-${role}`, totpSecret });
  return {
    memberPassword: "covenant-demo-member",
    staff: { support: staff("support"), moderator: staff("moderator"), admin: staff("admin") },
  };
}

/** Who may sign in, with what and where, members first. */
export function demoSignIns({ memberPassword, staff }: DemoKeys): DemoSignIn[] {
  const ofRole = (role: Role): DemoSignIn => ({
    email: demoStaffEmail(role),
    password: staff[role].password,
    where: "staff console",
    secondFactor: "shown on the sign-in page",
  });
  return [
    { email: demoMember.email, password: memberPassword, where: "each storefront" },
    ofRole("support"),
    ofRole("moderator"),
    ofRole("admin"),
  ];
}
