import pg from "pg";

/** Data keys of files, wrapped by a master key: another schema, another role, another pool. */
export type KeyStore = {
  put(fileId: string, wrapped: Uint8Array, master: string): Promise<void>;
  /** Null when the key is destroyed or never was: either way the file cannot be read. */
  find(fileId: string): Promise<{ wrapped: Uint8Array; master: string } | null>;
  /** Destroys a key for good and answers when; asking again answers the same instant. Null: there was none. */
  destroy(fileId: string): Promise<Date | null>;
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
