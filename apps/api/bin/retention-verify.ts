import { connectDatabase, connectKeyStore, postgresSink } from "@covenant/db";
import { findOverdue } from "../src/artifacts/find-overdue.ts";
import { openFileStore } from "../src/artifacts/open-file-store.ts";
import { readSettings } from "../src/env.ts";
import { runCommand } from "../src/run-command.ts";

// Lists every file whose time is over and whose key still exists, one a line. Exits 1 when there is any.
await runCommand(async () => {
  const settings = readSettings();
  const db = connectDatabase({ url: settings.DATABASE_URL, connections: 2, jobs: postgresSink });
  const keys = connectKeyStore(settings.KEYS_DATABASE_URL);
  let overdue = 0;
  try {
    for await (const { kind, id, keepUntil } of findOverdue({ db, keys, files: openFileStore(settings) })) {
      console.log(`${kind} ${id} should be gone${keepUntil === null ? "" : ` since ${keepUntil.toISOString()}`}`);
      overdue += 1;
    }
  } finally {
    await Promise.all([db.close(), keys.close()]);
  }
  console.log(overdue === 0 ? "Nothing past due is readable." : `${overdue} past due and readable.`);
  return overdue === 0 ? 0 : 1;
});
