import type { Tx } from "@covenant/db";
import type { SanctionId } from "@covenant/domain";
import { endSanction } from "./end-sanction.ts";
import { lockSanction } from "./sanction-store.ts";

/** Takes a sanction back because its decision was wrong, in the transaction that found so; also one that is over or was lifted. */
export async function takeBackSanction(tx: Tx, id: SanctionId, at: Date): Promise<void> {
  const row = await lockSanction(tx, id);
  if (row === null) throw new Error(`${id} is gone`);
  await endSanction(tx, row, { at, as: "wrong" });
}
