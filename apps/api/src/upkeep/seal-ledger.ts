import { join } from "node:path";
import { anchorSeals, fileAnchor, sealEntries, sealsFile, unsealedSince } from "@covenant/db";
import type { Deps } from "../deps.ts";

/** A transaction that has kept entries from being sealed for so long has been forgotten by somebody. */
const patienceMs = 5 * 60_000;

/**
 * Seals what has been entered since the last time and writes the hashes of new seals down in the data directory, where
 * `ledger:audit` finds them. Missed or done twice, the next time makes up for it.
 */
export async function sealLedger({ db, log, settings, clock }: Pick<Deps, "db" | "log" | "settings" | "clock">) {
  const seal = await sealEntries(db);
  if (seal !== null) log.info({ number: seal.number, entries: seal.entries }, "ledger sealed");
  await anchorSeals(db, fileAnchor(join(settings.DATA_DIRECTORY, sealsFile)));
  const since = await unsealedSince(db);
  if (since !== null && clock.now().getTime() - since.getTime() > patienceMs) {
    log.warn({ since }, "a transaction that does not end keeps entries from being sealed");
  }
}
