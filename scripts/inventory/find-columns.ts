import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readSchema, schemaDirectory } from "../migrations/read-schema.ts";
import { schemaSql } from "../migrations/schema-sql.ts";
import { columnsOf, readTables } from "./read-tables.ts";

/**
 * Every column that something is stored in, without a database: those of the Prisma schema, as Prisma itself would make them,
 * and those that the migrations make. A column of one alone counts too.
 */
export async function findColumns(schema = readSchema()): Promise<string[]> {
  const described = readTables(await schemaSql(schema));
  const made = migrationFiles().reduce((tables, path) => readTables(readFileSync(path, "utf8"), tables), new Map());
  return [...new Set([...columnsOf(described), ...columnsOf(made)])].toSorted();
}

function migrationFiles(): string[] {
  const folder = join(dirname(schemaDirectory), "migrations");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name, "migration.sql"))
    .toSorted();
}
