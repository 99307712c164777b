import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "./fresh-database.ts";

let one: FreshDatabase;
let other: FreshDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
});
afterAll(async () => {
  await Promise.all([one.drop(), other.drop()]);
});

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it("gives two callers databases that do not see each other", async () => {
  await query(one.ownerUrl, "CREATE TABLE mark (n int)");
  await expect(query(other.ownerUrl, "SELECT * FROM mark")).rejects.toThrow("does not exist");
});

it("connects as the role that each address is for, none of them a superuser", async () => {
  const whoami = "SELECT current_user AS name, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super";
  for (const [url, name] of [
    [one.url, "covenant_app"],
    [one.ownerUrl, "covenant_owner"],
    [one.keysUrl, "covenant_keys"],
  ] as const) {
    expect(await query(url, whoami)).toEqual([{ name, super: false }]);
  }
});

it("hands out databases with every migration applied", async () => {
  const rows = await query(one.ownerUrl, "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL");
  expect(rows.length).toBeGreaterThan(0);
});
