import { keptDays } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/** Removes windows that no limit reads any more. */
export async function forgetTries({ db }: Pick<Deps, "db">): Promise<number> {
  const rows = await db.query(
    "DELETE FROM rate_window WHERE window_start < now() - make_interval(days => $1::int) RETURNING key",
    [keptDays.tries],
  );
  return rows.length;
}
