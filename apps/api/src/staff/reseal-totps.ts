import type { StaffId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { openTotp, sealTotp } from "./staff-store.ts";

/** Seals every second factor anew under the master key in use. One that is changed meanwhile is sealed so already. Answers how many. */
export async function resealTotps({ db, settings }: Pick<Deps, "db" | "settings">): Promise<number> {
  const staff = await db.rows.staff.findMany({ select: { id: true, totpSealed: true } });
  let sealed = 0;
  for (const { id, totpSealed } of staff) {
    const secret = openTotp(settings, { id: id as StaffId, totpSealed });
    const data = { totpSealed: sealTotp(settings.MASTER_KEY, id as StaffId, secret) };
    sealed += (await db.rows.staff.updateMany({ where: { id, totpSealed }, data })).count;
  }
  return sealed;
}
