import type { Database, Tx } from "@covenant/db";
import type { StaffId, StaffName } from "@covenant/domain";

/** Gives the names of people of the staff, asked for at once; who is no longer there is called by their id. */
export async function nameStaff(
  { rows }: Pick<Database, "rows"> | Pick<Tx, "rows">,
  ids: readonly string[],
): Promise<(id: string) => StaffName> {
  const people = await rows.staff.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => ({ id: id as StaffId, name: names.get(id) ?? id });
}
