import { type FreshDatabase, freshDatabase } from "@covenant/test-kit";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runBin } from "../src/testing/run-bin.ts";
import { testSettings } from "../src/testing/test-deps.ts";

let existing: FreshDatabase;
let empty: { name: string; ownerUrl: string };

beforeAll(async () => {
  existing = await freshDatabase();
  const ownerUrl = new URL(existing.ownerUrl);
  const name = `${ownerUrl.pathname.slice(1)}_empty`;
  await asOwner(`CREATE DATABASE ${name}`);
  ownerUrl.pathname = `/${name}`;
  empty = { name, ownerUrl: ownerUrl.href };
});
afterAll(async () => {
  await asOwner(`DROP DATABASE ${empty.name} WITH (FORCE)`);
  await existing.drop();
});

async function asOwner(statement: string, address = existing.ownerUrl) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const run = (DATABASE_OWNER_URL: string) => {
  const { DATABASE_URL, KEYS_DATABASE_URL } = testSettings(existing);
  return runBin("migrate", { settings: { DATABASE_URL, KEYS_DATABASE_URL }, env: { DATABASE_OWNER_URL } });
};

it("brings an empty database to this version, and leaves it alone the second time", async () => {
  const first = await run(empty.ownerUrl);
  expect(first.code).toBe(0);
  expect(first.said).toMatch(/^applied \d{14}_\w+$/m);
  expect(await asOwner("SELECT count(*)::int AS members FROM member", empty.ownerUrl)).toEqual([{ members: 0 }]);
  expect(await run(empty.ownerUrl)).toEqual({ code: 0, said: "The database is up to date.\n" });
});

it("writes the catalogue where it is missing, and not over what an operator set", async () => {
  const settings = testSettings(existing);
  expect(await runBin("add-catalogue", { settings })).toMatchObject({ code: 0 });
  await asOwner("UPDATE model SET description = 'Set by hand.' WHERE id = 'z-image'");
  const { said } = await runBin("add-catalogue", { settings });
  expect(said).toMatch(/^There are \d+ models and \d+ packs\.\n$/);
  const written = await asOwner("SELECT DISTINCT description FROM model WHERE id = 'z-image'");
  expect(written).toEqual([{ description: "Set by hand." }]);
});

it("says in one sentence what is not set, or does not answer, and prints no password", async () => {
  expect(await runBin("migrate", { settings: {} })).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^DATABASE_OWNER_URL is not set/),
  });
  const { code, said } = await run("postgresql://owner:hush@127.0.0.1:1/covenant");
  expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^.*ECONNREFUSED.*\n$/) });
  expect(said).not.toContain("hush");
});
