import { expect, it } from "vitest";
import { columnsOf, readTables } from "./read-tables.ts";

const read = (sql: string) => columnsOf(readTables(sql)).toSorted();

it("reads columns and no constraint, comment or default", () => {
  const sql = `
    CREATE TABLE lamp.post (
      id text PRIMARY KEY, -- the colour, (or so
      height numeric(4, 2) DEFAULT round(1.5, 1),
      note text DEFAULT 'a, b); CREATE TABLE lamp.ghost (id text)',
      CONSTRAINT tall CHECK (height > 2),
      UNIQUE (id, height)
    ) WITH (fillfactor = 50);
    CREATE FUNCTION lamp.light() RETURNS void LANGUAGE sql AS $$ CREATE TABLE lamp.shadow (id text); $$;`;
  expect(read(sql)).toEqual(["lamp.post.height", "lamp.post.id", "lamp.post.note"]);
});

it("follows what happens to a table afterwards", () => {
  const sql = `
    CREATE TABLE "post" ("id" TEXT NOT NULL, "old" TEXT, "gone" TEXT);
    CREATE TABLE fence (id text);
    ALTER TABLE "post" ADD COLUMN "lamps" INTEGER NOT NULL DEFAULT 0, DROP COLUMN "gone",
      ALTER COLUMN "old" DROP NOT NULL, ADD CONSTRAINT "lit" CHECK ("lamps" > 0);
    ALTER TABLE post RENAME COLUMN old TO aged;
    ALTER TABLE ONLY post RENAME TO mast;
    DROP TABLE fence;`;
  expect(read(sql)).toEqual(["public.mast.aged", "public.mast.id", "public.mast.lamps"]);
});

it("reads on in what earlier files made", () => {
  const tables = readTables("CREATE TABLE a.b (c int)");
  expect(columnsOf(readTables("ALTER TABLE a.b ADD d int", tables))).toEqual(["a.b.c", "a.b.d"]);
});

it.each(["CREATE TABLE a.b AS SELECT 1 AS c", "CREATE TABLE a.b (LIKE a.d)"])(
  "says so rather than miss columns: %s",
  (sql) => expect(() => readTables(sql)).toThrow("a.b is not made of a list of columns"),
);
