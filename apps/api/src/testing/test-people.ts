import { openWallet } from "@covenant/db";
import {
  type MemberActor,
  type MemberId,
  newId,
  type Role,
  type StaffActor,
  type StorefrontId,
} from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import type { Deps } from "../deps.ts";
import { acceptTermsVersion } from "../members/member-store.ts";
import { hashPassword } from "../sessions/passwords.ts";
import { sealTotp } from "../staff/staff-store.ts";
import { testSubscription } from "./test-subscription.ts";

type PeopleDeps = Pick<Deps, "db" | "settings" | "clock">;

export const testPassword = "correct horse battery";
/** A TOTP secret in base32. */
export const testTotpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

const hashedOnce = hashPassword(testPassword);

/**
 * A member whom the terms admit: an adult with a confirmed address, the terms in force accepted and an empty wallet, and
 * where generating asks for a membership an active one.
 */
export async function testMember(
  { db, clock }: PeopleDeps,
  {
    storefront = "image-ai-run" as StorefrontId,
    email = `${newId("member").slice(-8)}@member.test`,
    subscribes = true,
  } = {},
): Promise<MemberActor & { email: string }> {
  const memberId: MemberId = newId("member");
  const actor = { kind: "member", memberId, storefront } as const;
  const passwordHash = await hashedOnce;
  const at = clock.now();
  await db.transaction(async (tx) => {
    const bornOn = new Date("1990-05-31");
    const emailConfirmedAt = at;
    await tx.rows.member.create({
      data: {
        id: memberId,
        storefront,
        email,
        passwordHash,
        bornOn,
        country: "DE",
        emailConfirmedAt,
        createdAt: emailConfirmedAt,
      },
    });
    await openWallet(tx, memberId);
    await acceptTermsVersion(tx, { memberId, version: termsInForce(storefront, at).version, at });
    if (subscribes && storefront === "modelmyimage") await testSubscription(tx, actor, clock.now());
  });
  return { ...actor, email };
}

/** A person of the staff with {@link testPassword} and {@link testTotpSecret}. */
export async function testStaff(
  { db, settings }: PeopleDeps,
  { role = "support" as Role, email = `${newId("staff").slice(-8)}@staff.test` } = {},
): Promise<StaffActor & { email: string }> {
  const staffId = newId("staff");
  const totpSealed = sealTotp(settings.MASTER_KEY, staffId, testTotpSecret);
  await db.rows.staff.create({
    data: {
      id: staffId,
      email,
      name: "Test staff",
      roles: [role],
      passwordHash: await hashedOnce,
      totpSealed,
      createdAt: new Date(),
    },
  });
  return { kind: "staff", staffId, roles: [role], email };
}
