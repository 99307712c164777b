import type { Database } from "@covenant/db";
import { capabilities, mayAsk, Refusal, roleSchema, type StaffId, type StaffView } from "@covenant/domain";

/** A person of the staff as they see themselves, with everything their roles may ask for. */
export async function viewStaff(db: Pick<Database, "rows">, staffId: StaffId): Promise<StaffView> {
  const row = await db.rows.staff.findUnique({
    where: { id: staffId },
    select: { name: true, email: true, roles: true },
  });
  if (row === null) throw new Refusal("thing/not-found", { thing: "staff" });
  const roles = row.roles.map((role) => roleSchema.parse(role));
  const { name, email } = row;
  return { id: staffId, name, email, roles, capabilities: capabilities.filter((each) => mayAsk(roles, each)) };
}
