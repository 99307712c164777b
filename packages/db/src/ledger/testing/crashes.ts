import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase, startCluster } from "@covenant/test-kit/cluster";
import { expect } from "vitest";
import { migrate } from "../../migrate/migrate.ts";
import { sqlstateOf } from "../../sqlstate.ts";
import { auditLedger } from "../audit-ledger.ts";
import { anchorSeals, type SealAnchor } from "../seal-anchor.ts";
import { sealEntries } from "../seal-entries.ts";
import { type LedgerDatabase, ledgerIn } from "./ledger-database.ts";
import { type MixedLoad, prepareLoad } from "./mixed-load.ts";

const callers = 16;

/**
 * Kills the whole server at random moments, some hundred operations apart, while many work and one seals, so many times over. After each, what anybody
 * was told must be there, whoever was not told may ask again, and the audit finds nothing.
 * @returns how many operations were acknowledged, and how many had to be asked again.
 */
export async function surviveCrashes(crashes: number, anchor: SealAnchor) {
  const cluster = await startCluster(migrate, { durable: true });
  try {
    const ledger = ledgerIn(await createDatabase(cluster.address));
    ledger.pool.on("error", () => {}); // A session at rest that was killed; the next query opens another.
    const load = await prepareLoad(ledger, { wallets: 3, seed: Date.now() });
    let askedAgain = 0;
    for (let crash = 0; crash < crashes; crash += 1) {
      const work = startWork(load, ledger, anchor);
      const enough = load.acknowledged.length + 200 + Math.random() * 600;
      while (load.acknowledged.length < enough) await sleep(Math.random() * 20);
      work.stop();
      await cluster.crash();
      await work.ended;
      expect(await load.missing(ledger)).toEqual([]);
      askedAgain += await load.askAgain();
      expect(await load.missing(ledger)).toEqual([]);
      expect(await auditLedger(ledger, { anchor })).toEqual([]);
    }
    await ledger.pool.end();
    return { acknowledged: load.acknowledged.length, askedAgain };
  } finally {
    await cluster.stop();
  }
}

/** Callers and a sealer that go on until the server is gone. Before `stop` was called, nothing may fail. */
function startWork(load: MixedLoad, ledger: LedgerDatabase, anchor: SealAnchor) {
  let isStopping = false;
  const untilGone = async (work: () => Promise<unknown>) => {
    try {
      for (;;) await work();
    } catch (error) {
      if (!isStopping || !isServerGone(error)) throw error;
    }
  };
  const workers = Array.from({ length: callers }, () => untilGone(() => load.step(ledger)));
  const sealer = untilGone(async () => {
    await sealEntries(ledger);
    await anchorSeals(ledger, anchor);
    await sleep(20);
  });
  return {
    stop: () => {
      isStopping = true;
    },
    ended: Promise.all([...workers, sealer]),
  };
}

/** A connection that broke or was refused has no SQLSTATE; class 57 is a server that goes down or comes up. */
function isServerGone(error: unknown): boolean {
  const state = sqlstateOf(error);
  return error instanceof Error && (state === null || state.startsWith("57"));
}
