import { type Clock, systemClock } from "@covenant/domain";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "./generated/client.ts";
import type { JobSink } from "./outbox/job-sink.ts";
import { isWorthRetrying } from "./retry.ts";
import { poolRunner, type SqlRunner } from "./sql-runner.ts";
import { statementNames } from "./statement-names.ts";

declare const inTransaction: unique symbol;

/**
 * An open transaction. Only {@link Database.transaction} makes one, so a function that takes a `Tx` cannot be called
 * outside. `query` runs SQL on the same connection as `rows`.
 */
export type Tx = SqlRunner & {
  readonly [inTransaction]: true;
  /** When it began, by the house's clock: what its rows are dated. */
  readonly at: Date;
  readonly rows: Prisma.TransactionClient;
  readonly jobs: JobSink;
};

export type Database = SqlRunner & {
  /** Reads and single writes outside a transaction. */
  readonly rows: PrismaClient;
  /** The pool under it all, for hot paths that are one statement. */
  readonly pool: pg.Pool;
  /** Runs `work` as one transaction; a deadlock or a lost serialisation race is tried again, at most five times. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};

export type DatabaseOptions = { url: string; connections?: number; jobs: JobSink; clock?: Clock };

const attemptsAtMost = 5;

/** Connects to PostgreSQL as the application's role. */
export function connectDatabase({ url, connections = 10, jobs, clock = systemClock }: DatabaseOptions): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, keepAlive: true });
  // An idle connection that the server closes is replaced on next use; without a listener it would end the process.
  pool.on("error", () => {});
  const nameOf = statementNames();
  const statementNameGenerator = ({ sql }: { sql: string }) => nameOf(sql);
  const rows = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }) });

  async function once<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return rows.$transaction((client) => work(asTx(client, jobs, clock.now())), { maxWait: 5_000, timeout: 15_000 });
  }

  return {
    rows,
    pool,
    ...poolRunner(pool, nameOf),
    async transaction(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(work);
        } catch (error) {
          if (attempt === attemptsAtMost || !isWorthRetrying(error)) throw error;
          await new Promise((resume) => setTimeout(resume, Math.random() * 20 * attempt));
        }
      }
    },
    async close() {
      await rows.$disconnect();
      await pool.end();
    },
  };
}

function asTx(client: Prisma.TransactionClient, jobs: JobSink, at: Date): Tx {
  const query: SqlRunner["query"] = (text, params) => client.$queryRawUnsafe(text, ...params);
  return { rows: client, jobs, query, at } as Tx;
}
