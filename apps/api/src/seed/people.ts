import { openWallet, type Tx } from "@covenant/db";
import {
  type MemberId,
  newId,
  type Role,
  roles,
  type StaffId,
  type StorefrontId,
  storefrontIds,
} from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { acceptTermsVersion } from "../members/member-store.ts";
import { hashPassword } from "../sessions/passwords.ts";
import { sealTotp } from "../staff/staff-store.ts";

/** What the demo's people sign in with. Passwords have at least 15 characters; TOTP secrets are base32. */
export type DemoKeys = { memberPassword: string; staff: Record<Role, { password: string; totpSecret: string }> };

export type PeopleDeps = Pick<Deps, "db" | "settings" | "clock">;

export const demoMember = { email: "member@demo.test", bornOn: "1990-05-31", country: "DE" } as const;
export const demoStaffEmail = (role: Role) => `${role}@demo.test`;

const names = { support: "Demo support", moderator: "Demo moderator", admin: "Demo admin" } as const;

/**
 * Writes the demo's people: a confirmed adult member at each storefront, under the terms in force, and one person for
 * each role of the staff. Run again it adds nobody, and everybody signs in with the keys given last.
 * @throws Error outside demo mode.
 */
export async function seedPeople(deps: PeopleDeps, keys: DemoKeys): Promise<void> {
  if (deps.settings.COVENANT_MODE !== "demo") throw new Error("the demo's people are seeded in demo mode only");
  const { email } = demoMember;
  for (const storefront of storefrontIds) await seedMember(deps, { storefront, email, password: keys.memberPassword });
  for (const role of roles) await seedStaff(deps, role, keys.staff[role]);
}

export type DemoMember = { storefront: StorefrontId; email: string; password: string };

/** Writes one confirmed adult with an empty wallet. Run again it adds nobody, and the password is the one given last. */
export async function seedMember(
  { db, clock }: Pick<PeopleDeps, "db" | "clock">,
  { storefront, email, password }: DemoMember,
): Promise<void> {
  const { bornOn, country } = demoMember;
  const at = clock.now();
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const member = await tx.rows.member.upsert({
      where: { storefront_email: { storefront, email } },
      update: { passwordHash },
      create: {
        id: newId("member"),
        storefront,
        email,
        passwordHash,
        bornOn: new Date(bornOn),
        country,
        emailConfirmedAt: at,
        createdAt: at,
      },
    });
    const memberId = member.id as MemberId;
    await openWallet(tx, memberId);
    await acceptTermsVersion(tx, { memberId, version: termsInForce(storefront, at).version, at });
  });
}

async function seedStaff(
  { db, settings }: PeopleDeps,
  role: Role,
  { password, totpSecret }: { password: string; totpSecret: string },
): Promise<void> {
  const email = demoStaffEmail(role);
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const id = (await staffIdOf(tx, email)) ?? newId("staff");
    const totpSealed = sealTotp(settings.MASTER_KEY, id, totpSecret);
    await tx.rows.staff.upsert({
      where: { id },
      update: { passwordHash, totpSealed },
      create: { id, email, name: names[role], roles: [role], passwordHash, totpSealed, createdAt: tx.at },
    });
  });
}

async function staffIdOf(tx: Tx, email: string): Promise<StaffId | null> {
  const row = await tx.rows.staff.findUnique({ where: { email }, select: { id: true } });
  return row === null ? null : (row.id as StaffId);
}
