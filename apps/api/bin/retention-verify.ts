import { connectDatabase, connectKeyStore, postgresSink } from "@covenant/db";
import { checkReceipts } from "../src/artifacts/check-receipts.ts";
import { openFileStore } from "../src/artifacts/open-file-store.ts";
import { readSettings } from "../src/env.ts";
import { findBroken } from "../src/promises/find-broken.ts";
import { runCommand } from "../src/run-command.ts";

const faultWords = {
  unproven: "is signed by no key that is published",
  differs: "says something else than our row does",
} as const;

// Lists everything whose time is over and that is still here, one a line, and every receipt that does not hold. Exits 1 when
// there is any.
await runCommand(async () => {
  const settings = readSettings();
  const db = connectDatabase({ url: settings.DATABASE_URL, connections: 2, jobs: postgresSink });
  const keys = connectKeyStore(settings.KEYS_DATABASE_URL);
  let [overdue, receipts, wrong] = [0, 0, 0];
  try {
    for await (const { kind, id, since } of findBroken({ db, keys, files: openFileStore(settings) })) {
      console.log(`${kind} ${id} should be gone${since === null ? "" : ` since ${since.toISOString()}`}`);
      overdue += 1;
    }
    for await (const { kind, id, fault } of checkReceipts({ db, settings })) {
      receipts += 1;
      if (fault === null) continue;
      console.log(`the receipt of ${kind} ${id} ${faultWords[fault]}`);
      wrong += 1;
    }
  } finally {
    await Promise.all([db.close(), keys.close()]);
  }
  console.log(overdue === 0 ? "Nothing past due is readable." : `${overdue} past due and readable.`);
  console.log(
    `${receipts} ${receipts === 1 ? "receipt" : "receipts"}, ${wrong === 0 ? "all proven" : `${wrong} wrong`}.`,
  );
  return overdue + wrong === 0 ? 0 : 1;
});
