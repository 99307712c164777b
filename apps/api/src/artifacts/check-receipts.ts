import { isDeepStrictEqual } from "node:util";
import type { Deps } from "../deps.ts";
import { readDeletion } from "../receipts/deletion-receipt.ts";
import { type FileRef, listSigned, type PurgedFile } from "./files-store.ts";
import { goneOf } from "./sign-purge.ts";

/** `unproven`: no key that is published signed it. `differs`: our row says something else by now. Null: it is right. */
export type CheckedReceipt = FileRef & { fault: "unproven" | "differs" | null };

type CheckDeps = Pick<Deps, "db" | "settings">;
const batch = 500;

/** Holds every receipt we keep against the published keys and against the row that it is of. */
export async function* checkReceipts(deps: CheckDeps): AsyncGenerator<CheckedReceipt> {
  for (const kind of ["artifact", "upload"] as const) {
    for (let after = ""; ; ) {
      const rows = await listSigned(deps.db, { kind, after, limit: batch });
      for (const row of rows) yield { kind, id: row.id, fault: faultOf(deps, kind, row) };
      const last = rows.at(-1);
      if (last === undefined || rows.length < batch) break;
      after = last.id;
    }
  }
}

/** Address and clauses are those of the day it was signed, and no row holds them. */
function faultOf({ settings }: CheckDeps, kind: FileRef["kind"], row: PurgedFile): CheckedReceipt["fault"] {
  const said = row.receipt === null ? null : readDeletion(settings, row.receipt);
  if (said === null) return "unproven";
  const { iss, jti, terms, clauses, ...gone } = said;
  return isDeepStrictEqual(gone, goneOf({ kind, id: row.id }, row)) ? null : "differs";
}
