import { credits, type MemberId, newId } from "@covenant/domain";
import { type FreshDatabase, freshDatabase } from "@covenant/test-kit";
import pg from "pg";
import { poolRunner, type SqlRunner } from "../../sql-runner.ts";
import { grant } from "../grant.ts";
import { openWallet } from "../open-wallet.ts";

/** A database for one suite: the ledger as the application sees it, and as whoever owns its tables could abuse it. */
export type LedgerDatabase = SqlRunner & {
  readonly urls: FreshDatabase;
  readonly pool: pg.Pool;
  /** Runs statements as `ledger_owner`, in one session. */
  asOwner(...statements: string[]): Promise<pg.QueryResult[]>;
  /** Stops the ledger's clock at an instant. Before the first call it runs. */
  setClock(at: Date): Promise<void>;
  drop(): Promise<void>;
};

/** Opens a fresh, migrated database with an empty ledger. */
export async function freshLedger(): Promise<LedgerDatabase> {
  return ledgerIn(await freshDatabase());
}

/** The ledger of a database of whatever cluster. */
export function ledgerIn(urls: FreshDatabase): LedgerDatabase {
  const pool = new pg.Pool({ connectionString: urls.url, max: 20 });
  const sessions: Promise<unknown>[] = [];
  pool.on("connect", (client) => sessions.push(new Promise((ended) => client.once("end", ended))));
  const asOwner = (...statements: string[]) => runAsOwner(urls.ownerUrl, statements);
  return {
    ...poolRunner(pool),
    urls,
    pool,
    asOwner,
    setClock: async (at) => {
      await asOwner(`CREATE OR REPLACE FUNCTION ledger.clock() RETURNS timestamptz LANGUAGE sql VOLATILE
        RETURN timestamptz '${at.toISOString()}'`);
    },
    drop: async () => {
      await pool.end();
      // A pool has ended when it has said goodbye. A session that is cut while it leaves is an error that nobody awaits.
      await Promise.all(sessions);
      await urls.drop();
    },
  };
}

/** A new wallet with one lot of so many credits, or empty. */
export async function walletWith(sql: SqlRunner, amount: number): Promise<MemberId> {
  const walletId = newId("member");
  await openWallet(sql, walletId);
  if (amount > 0) {
    await grant(sql, { walletId, lotId: newId("lot"), credits: credits(amount), source: "goodwill", key: "start" });
  }
  return walletId;
}

async function runAsOwner(connectionString: string, statements: string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const results: pg.QueryResult[] = [];
    for (const statement of ["SET ROLE ledger_owner", ...statements]) results.push(await client.query(statement));
    return results.slice(1);
  } finally {
    await client.end();
  }
}
