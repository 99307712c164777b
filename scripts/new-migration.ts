import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaDirectory } from "./migrations/read-schema.ts";
import { schemaDifference } from "./migrations/schema-difference.ts";

// Writes the migration that is missing: `pnpm db:migration <name>`. Read it before it is committed.
const [name] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  throw new Error("Name the migration in lower case with underscores: pnpm db:migration order_refunded_at");
}
const difference = await schemaDifference();
if (!difference) {
  console.log("Nothing is missing: the migrations make the schema.");
} else {
  const time = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join(schemaDirectory, "..", "migrations", `${time}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), `${difference}\n`);
  console.log(`Wrote ${folder}/migration.sql`);
}
