import pg from "pg";

/** Data keys of files, wrapped by a master key: another schema, another role, another pool. */
export type KeyStore = {
  put(fileId: string, wrapped: Uint8Array, master: string): Promise<void>;
  /** Null when the key is destroyed or never was: either way the file cannot be read. */
  find(fileId: string): Promise<{ wrapped: Uint8Array; master: string } | null>;
  /** Destroys a key for good and answers when; asking again answers the same instant. Null: there was none. */
  destroy(fileId: string): Promise<Date | null>;
  /** Destroyed keys that the purge log does not name yet, the oldest first. */
  listUnlogged(atMost: number): Promise<{ fileId: string; destroyedAt: Date }[]>;
  /** Notes that the purge log names this destroyed key. */
  markLogged(fileId: string): Promise<void>;
  /** Until when the purge log is known to be reflected here. A restored backup answers what was true on its day. */
  logReadUntil(): Promise<Date>;
  /** Notes that the purge log was read from there to this instant. */
  setLogReadUntil(at: Date): Promise<void>;
  /** Keys that are not wrapped by this master key. */
  listWrappedByOthers(
    master: string,
    atMost: number,
  ): Promise<{ fileId: string; wrapped: Uint8Array; master: string }[]>;
  /** Stores a key wrapped anew, if it is still there and wrapped as it was. False: it was destroyed, or wrapped meanwhile. */
  rewrap(fileId: string, earlier: Uint8Array, now: { wrapped: Uint8Array; master: string }): Promise<boolean>;
  /** Files whose key is older than this many seconds and that no row has claimed yet, the oldest first. */
  listUnclaimed(olderThanSeconds: number, atMost: number): Promise<string[]>;
  /** Notes that these files have a row. */
  claim(fileIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

/** Connects as the keys' own role. */
export function connectKeyStore(url: string): KeyStore {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on("error", () => {});
  return {
    async put(fileId, wrapped, master) {
      await pool.query("INSERT INTO keys.file_key (file_id, wrapped, master) VALUES ($1, $2, $3)", [
        fileId,
        Buffer.from(wrapped),
        master,
      ]);
    },
    async find(fileId) {
      const { rows } = await pool.query<{ wrapped: Buffer; master: string }>(
        "SELECT wrapped, master FROM keys.file_key WHERE file_id = $1 AND wrapped IS NOT NULL",
        [fileId],
      );
      return rows[0] ?? null;
    },
    async destroy(fileId) {
      await pool.query(
        "UPDATE keys.file_key SET wrapped = NULL, destroyed_at = now() WHERE file_id = $1 AND destroyed_at IS NULL",
        [fileId],
      );
      const { rows } = await pool.query<{ destroyed_at: Date }>(
        "SELECT destroyed_at FROM keys.file_key WHERE file_id = $1",
        [fileId],
      );
      return rows[0]?.destroyed_at ?? null;
    },
    async listUnlogged(atMost) {
      const { rows } = await pool.query<{ fileId: string; destroyedAt: Date }>(
        `SELECT file_id AS "fileId", destroyed_at AS "destroyedAt" FROM keys.file_key
         WHERE destroyed_at IS NOT NULL AND logged_at IS NULL ORDER BY destroyed_at LIMIT $1`,
        [atMost],
      );
      return rows;
    },
    async markLogged(fileId) {
      await pool.query("UPDATE keys.file_key SET logged_at = now() WHERE file_id = $1 AND logged_at IS NULL", [fileId]);
    },
    async logReadUntil() {
      const { rows } = await pool.query<{ read_until: Date }>("SELECT read_until FROM keys.purge_log_read");
      if (rows[0] === undefined) throw new Error("keys.purge_log_read is one row");
      return rows[0].read_until;
    },
    async setLogReadUntil(at) {
      await pool.query("UPDATE keys.purge_log_read SET read_until = greatest(read_until, $1::timestamptz)", [at]);
    },
    async listWrappedByOthers(master, atMost) {
      const { rows } = await pool.query<{ fileId: string; wrapped: Buffer; master: string }>(
        `SELECT file_id AS "fileId", wrapped, master FROM keys.file_key
         WHERE wrapped IS NOT NULL AND master <> $1 ORDER BY file_id LIMIT $2`,
        [master, atMost],
      );
      return rows;
    },
    async rewrap(fileId, earlier, { wrapped, master }) {
      const { rowCount } = await pool.query(
        "UPDATE keys.file_key SET wrapped = $3, master = $4 WHERE file_id = $1 AND wrapped = $2",
        [fileId, Buffer.from(earlier), Buffer.from(wrapped), master],
      );
      return rowCount === 1;
    },
    async listUnclaimed(olderThanSeconds, atMost) {
      const { rows } = await pool.query<{ file_id: string }>(
        `SELECT file_id FROM keys.file_key
         WHERE claimed_at IS NULL AND destroyed_at IS NULL AND created_at < now() - make_interval(secs => $1)
         ORDER BY created_at LIMIT $2`,
        [olderThanSeconds, atMost],
      );
      return rows.map((row) => row.file_id);
    },
    async claim(fileIds) {
      await pool.query("UPDATE keys.file_key SET claimed_at = now() WHERE file_id = ANY($1) AND destroyed_at IS NULL", [
        [...fileIds],
      ]);
    },
    close: () => pool.end(),
  };
}
