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
 * Prisma's PostgreSQL adapter, made fit for the schema engine: as published it fails on `"char"` columns, splits a
 * script at every semicolon, which breaks function bodies, and opens the main database where a shadow is asked for.
 * Here no shadow is ever needed, so asking for one is an error.
 */
export function migrationAdapter(url: string) {
  return bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(url),
    connectToShadowDb: () => Promise.reject(new Error("a comparison of two known schemas needs no shadow database")),
  });
}

async function connect(connectionString: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  const charColumns = presentCharsAsText(adapter);
  return Object.assign(adapter, {
    queryRaw: async (query: SqlQuery) => {
      const result = await queryRaw(query);
      for (const column of charColumns()) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    },
    executeScript: async (script: string) => {
      await pool.query(script);
    },
  });
}

/** Makes the adapter take `"char"` for text. @returns a function that tells which columns of the last answer were one. */
function presentCharsAsText(adapter: object): () => number[] {
  const performIO: (query: SqlQuery) => Promise<pg.QueryArrayResult> = Reflect.get(adapter, "performIO").bind(adapter);
  let columns: number[] = [];
  Reflect.set(adapter, "performIO", async (query: SqlQuery) => {
    const result = await performIO(query);
    columns = result.fields.flatMap((field, column) => (field.dataTypeID === charType ? [column] : []));
    for (const column of columns) Object.assign(result.fields[column] ?? {}, { dataTypeID: pg.types.builtins.TEXT });
    return result;
  });
  return () => columns;
}
