import { keptDays } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/** Removes mailed links that have not worked for some days: until then they say of each that it was used or ran out. */
export async function forgetLinks({ db }: Pick<Deps, "db">): Promise<number> {
  const rows = await db.query(
    "DELETE FROM email_token WHERE expires_at <= now() - make_interval(days => $1::int) RETURNING 1 AS gone",
    [keptDays.mailedLink],
  );
  return rows.length;
}
