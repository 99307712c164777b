import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { openSchemaEngine } from "./schema-engine.ts";

/** The SQL that makes what a Prisma schema describes, written by Prisma's own engine, which needs no database for it. */
export async function schemaSql(files: readonly { path: string; content: string }[]): Promise<string> {
  const engine = await openSchemaEngine(noDatabase);
  const { stdout } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [...files] },
    script: true,
    exitCode: false,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}

/** The engine asks once, on opening, which version it talks to, and takes silence for an answer. */
const silence: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "none",
  queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  startTransaction: () => Promise.reject(new Error("there is no database")),
  dispose: async () => {},
};

const noDatabase = bindMigrationAwareSqlAdapterFactory({
  provider: "postgres",
  adapterName: "none",
  connect: async () => silence,
  connectToShadowDb: async () => silence,
});
