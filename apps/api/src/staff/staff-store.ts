import type { Database, SqlRunner } from "@covenant/db";
import type { StaffId } from "@covenant/domain";
import type { Settings } from "../env.ts";
import { openSealedByAny, seal } from "../sealing/seal.ts";

export type StaffKey = { id: StaffId; passwordHash: string; totpSealed: string; totpLastStep: bigint };

/** The person behind an address of the staff; null for nobody, or for somebody who may no longer enter. */
export async function findStaff(db: Pick<Database, "rows">, email: string): Promise<StaffKey | null> {
  const row = await db.rows.staff.findUnique({
    where: { email, disabledAt: null },
    select: { id: true, passwordHash: true, totpSealed: true, totpLastStep: true },
  });
  return row === null ? null : { ...row, id: row.id as StaffId };
}

/** Takes a time step for a sign-in: false where a code of it, or of a later one, was taken before. */
export async function takeStep(sql: SqlRunner, staffId: StaffId, step: number): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE staff SET totp_last_step = $2::bigint
     WHERE id = $1::text AND totp_last_step < $2::bigint AND disabled_at IS NULL RETURNING id`,
    [staffId, step],
  );
  return rows.length === 1;
}

/** Seals a TOTP secret for the row of one person. */
export function sealTotp(masterKey: string, staffId: StaffId, secret: string): string {
  return seal(masterKey, contextOf(staffId), secret);
}

/** The TOTP secret of a person, in base32, sealed under the master key in use or under one before it. */
export function openTotp(
  { MASTER_KEY, MASTER_KEYS_BEFORE }: Pick<Settings, "MASTER_KEY" | "MASTER_KEYS_BEFORE">,
  { id, totpSealed }: Pick<StaffKey, "id" | "totpSealed">,
): string {
  return openSealedByAny([MASTER_KEY, ...MASTER_KEYS_BEFORE], contextOf(id), totpSealed);
}

const contextOf = (staffId: StaffId) => `staff-totp:${staffId}`;
