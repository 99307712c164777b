import { setTimeout } from "node:timers/promises";
import type { Deps } from "../deps.ts";

/** Limits count in windows of a quarter of an hour by the database's clock; waits where one ends within 20 seconds. */
export async function steadyWindow({ db }: Pick<Deps, "db">): Promise<void> {
  const [row] = await db.query<{ left: number }>("SELECT 900 - extract(epoch FROM now())::int % 900 AS left", []);
  const left = row?.left ?? 0;
  if (left < 20) await setTimeout(left * 1000);
}
