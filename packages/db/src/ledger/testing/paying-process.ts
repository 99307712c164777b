import { writeSync } from "node:fs";
import { type MemberId, newId } from "@covenant/domain";
import pg from "pg";
import { poolRunner } from "../../sql-runner.ts";
import { captureOf, holdOf } from "./payment.ts";

// A process of its own, to be killed: pays with the wallets it is given, over and over. It writes a line before it asks
// for a payment, and one when it has been told of the capture.

const [connectionString, ...wallets] = process.argv.slice(2);
const sessions = 8;
const sql = poolRunner(new pg.Pool({ connectionString, max: sessions }));

async function pay(walletId: MemberId): Promise<void> {
  const holdId = newId("hold");
  say("asked", walletId, holdId);
  await holdOf(sql, walletId, holdId);
  const { version } = await captureOf(sql, walletId, holdId);
  say("paid", holdId, version);
}

/** At once, and not when there is time: what was said has arrived when this process is killed. */
function say(...words: (string | number)[]): void {
  writeSync(1, `${words.join(" ")}\n`);
}

for (let session = 0; session < sessions; session += 1) {
  void (async () => {
    for (let turn = session; ; turn += 1) await pay(wallets[turn % wallets.length] as MemberId);
  })();
}
