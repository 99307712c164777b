import { recordAct } from "@covenant/db";
import { newId, type Role, type StaffId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { CommandFault } from "../run-command.ts";
import { hashPassword } from "../sessions/passwords.ts";
import { sealTotp } from "./staff-store.ts";
import { newTotp } from "./totp.ts";

export type NewStaff = { email: string; name: string; roles: readonly Role[]; password: string };

/** What the person puts into their authenticator app: the secret in base32, or its address. Nothing shows them again. */
export type SecondFactor = { secret: string; uri: string };

/**
 * Adds a person to the staff, in the operator's name, with a second factor made here and sealed to their row.
 * @throws CommandFault when somebody of the staff has this address, also one who may no longer enter.
 */
export async function addStaff(
  { db, settings }: Pick<Deps, "db" | "settings">,
  { email, name, roles, password }: NewStaff,
): Promise<{ staffId: StaffId; secondFactor: SecondFactor }> {
  const staffId = newId("staff");
  const secondFactor = newTotp(email);
  const passwordHash = await hashPassword(password);
  const totpSealed = sealTotp(settings.MASTER_KEY, staffId, secondFactor.secret);
  await db.transaction(async (tx) => {
    const data = { id: staffId, email, name, roles: [...roles], passwordHash, totpSealed, createdAt: tx.at };
    const { count } = await tx.rows.staff.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new CommandFault(`${email} is of the staff already: nobody was added.`);
    const actor = { kind: "system", part: "operator" } as const;
    await recordAct(tx, { actor, act: "staff.add", on: staffId, note: roles.join(", ") });
  });
  return { staffId, secondFactor };
}
