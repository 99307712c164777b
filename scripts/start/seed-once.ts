import pg from "pg";
import { step } from "./announce.ts";
import { runTool } from "./run-tool.ts";

const mark = "covenant: seeded";

/** Fills a new database with the demo. The mark is kept in the database itself, so that it goes when the data go. */
export async function seedOnce(root: string, ownerUrl: string, environment: NodeJS.ProcessEnv) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const name = client.escapeIdentifier(client.database ?? "");
    const { rows } = await client.query(
      "SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = current_database()",
    );
    if (rows[0]?.mark === mark) return;
    const seed = ["--import", "tsx", "apps/api/bin/seed.ts", "everyday"];
    await step("demo data", () => runTool(root, process.execPath, seed, environment));
    await client.query(`COMMENT ON DATABASE ${name} IS '${mark}'`);
  } finally {
    await client.end();
  }
}
