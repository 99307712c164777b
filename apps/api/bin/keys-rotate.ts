import { connectDatabase, connectKeyStore, postgresSink } from "@covenant/db";
import { rewrapKeys } from "../src/artifacts/rewrap-keys.ts";
import { readSettings } from "../src/env.ts";
import { runCommand } from "../src/run-command.ts";
import { resealTotps } from "../src/staff/reseal-totps.ts";

// Wraps every file's key, and seals every second factor, under MASTER_KEY. What was under one of MASTER_KEYS_BEFORE no longer
// needs it afterwards. Run again, it finds what was written meanwhile by a process that still had the old key.
await runCommand(async () => {
  const settings = readSettings();
  const db = connectDatabase({ url: settings.DATABASE_URL, connections: 2, jobs: postgresSink });
  const keys = connectKeyStore(settings.KEYS_DATABASE_URL);
  try {
    const wrapped = await rewrapKeys({ keys, settings });
    const sealed = await resealTotps({ db, settings });
    console.log(`${wrapped} keys wrapped and ${sealed} second factors sealed under the new master key.`);
  } finally {
    await Promise.all([db.close(), keys.close()]);
  }
  return 0;
});
