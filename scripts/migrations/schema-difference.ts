import { dirname } from "node:path";
import { migrate } from "@covenant/db/migrate";
import { createDatabase, startCluster } from "@covenant/test-kit/cluster";
import { migrationAdapter } from "./prisma-adapter.ts";
import { readSchema, schemaDirectory } from "./read-schema.ts";
import { openSchemaEngine } from "./schema-engine.ts";

/**
 * What a database made by the migration folders lacks, or has too much of, against the Prisma schema: the SQL that
 * would bring it there; empty when they agree. Prisma speaks of schema `public` and of what its language can say:
 * checks, triggers and partial indexes are the migrations' own.
 */
export async function schemaDifference(schema = readSchema()): Promise<string> {
  const cluster = await startCluster(migrate);
  try {
    const { ownerUrl } = await createDatabase(cluster.address);
    return await differenceFrom(ownerUrl, schema);
  } finally {
    await cluster.stop();
  }
}

async function differenceFrom(url: string, files: { path: string; content: string }[]): Promise<string> {
  const engine = await openSchemaEngine(migrationAdapter(url));
  const { exitCode, stdout } = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: dirname(schemaDirectory) }, // The database behind the adapter.
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? "" : (stdout ?? "").trim();
}
