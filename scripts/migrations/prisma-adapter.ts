import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's one-byte `"char"`, which the schema engine reads from the catalogue and the adapter does not map. */
const charType = 18;

/**
 * Prisma's PostgreSQL adapter, made fit for the schema engine. As published it fails on `"char"` columns, splits a
 * script at every semicolon (which breaks function bodies), and opens the main database where a shadow is asked for.
 */
export function migrationAdapter(url: string, shadowUrl: string) {
  return bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(url),
    connectToShadowDb: () => connect(shadowUrl),
  });
}

async function connect(connectionString: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: (query: SqlQuery) => readingChars(pool, query, queryRaw),
    executeScript: async (script: string) => {
      await pool.query(script);
    },
  });
}
