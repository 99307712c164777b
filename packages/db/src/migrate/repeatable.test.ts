import { freshDatabase } from "@covenant/test-kit";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyRepeatable } from "./repeatable.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function mayRead(table: string): Promise<boolean> {
  const { rows } = await owner.query("SELECT has_table_privilege('covenant_app', $1, 'SELECT') AS may", [table]);
  return rows[0].may;
}

it("gives the application its rights to what a later migration adds, though no text of theirs changed", async () => {
  await applyRepeatable(owner, () => {});
  await owner.query("CREATE TABLE added_later (id text PRIMARY KEY)");
  await applyRepeatable(owner, () => {});
  expect(await mayRead("added_later")).toBe(false);
  await owner.query(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
     VALUES ('later', 'later', now(), '99990101000000_added_later', 1)`,
  );
  await applyRepeatable(owner, () => {});
  expect(await mayRead("added_later")).toBe(true);
});
