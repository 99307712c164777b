import { registerFaults } from "@covenant/policy";
import { type FreshDatabase, freshDatabase } from "@covenant/test-kit";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";

let database: FreshDatabase;
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

/** Every column of every table that is not PostgreSQL's own. */
async function columns(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT format('%s.%s.%s', c.table_schema, c.table_name, c.column_name) AS name
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  return rows.map(({ name }) => name);
}

it("are those of the register in a migrated database, and no others", async () => {
  const found = await columns();
  expect(found).toContain("public.member.email");
  expect(found.some((name) => name.startsWith("bullmq."))).toBe(true);
  expect(registerFaults({ columns: found, adapters: [] })).toEqual([]);
});

it("are missed in the register as soon as one is added, and in the database as soon as one goes", async () => {
  await owner.query("BEGIN");
  await owner.query("ALTER TABLE member ADD COLUMN shoe_size int");
  await owner.query("ALTER TABLE keys.file_key DROP COLUMN claimed_at");
  expect(registerFaults({ columns: await columns(), adapters: [] })).toEqual([
    "the column public.member.shoe_size is in no entry of packages/policy/src/inventory",
    "packages/policy/src/inventory names keys.file_key.claimed_at, which does not exist",
  ]);
  await owner.query("ROLLBACK");
});
