import { connectDatabase, postgresSink } from "@covenant/db";
import { systemClock } from "@covenant/domain";
import { readSettings } from "../src/env.ts";
import { readReplayCommand } from "../src/replays/read-replay-command.ts";
import { replayTerms } from "../src/replays/replay-terms.ts";
import { writeReplay } from "../src/replays/write-replay.ts";
import { runCommand } from "../src/run-command.ts";

// Says who would have been treated differently under a version of the terms, by clause. Reads and changes nothing.
await runCommand(async () => {
  const { question, json } = readReplayCommand(process.argv.slice(2));
  const db = connectDatabase({ url: readSettings().DATABASE_URL, connections: 1, jobs: postgresSink });
  try {
    const replay = await replayTerms({ db, clock: systemClock }, question);
    console.log(json ? JSON.stringify(replay, null, 2) : writeReplay(replay));
  } finally {
    await db.close();
  }
  return 0;
});
