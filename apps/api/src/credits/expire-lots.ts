import { expire, listDueWallets } from "@covenant/db";
import type { Deps } from "../deps.ts";

const atOnce = 200;

/** Writes the expiry of lots whose time has come, in wallets that nothing else has touched since. */
export async function expireLots({ db }: Pick<Deps, "db">): Promise<number> {
  const due = await listDueWallets(db, atOnce);
  for (const walletId of due) await expire(db, walletId);
  return due.length;
}
