import type { SqlRunner } from "@covenant/db";
import type { Adapter, DatabaseSession } from "lucia";
import { lookUpTogether } from "./look-up-together.ts";
import type { PersonColumns, SessionSide } from "./session-side.ts";

type SessionRow = PersonColumns & { id: string; seconds_left: number };

/**
 * Where Lucia keeps the sessions of one side. Session ids are hashes of tokens; this adapter never sees a token. The
 * database's clock alone decides what has ended: Lucia, which compares with the clock of its process, is told how many
 * seconds are left as the database counts them, and the instants it proposes are not used.
 */
export function sessionAdapter(sql: SqlRunner, side: SessionSide): Adapter {
  const { table, personColumn, idleSeconds, absoluteSeconds } = side;
  const live = "s.expires_at > now() AND s.absolute_expires_at > now()";
  const select = `
    SELECT s.id, s.${personColumn} AS person_id, extract(epoch FROM s.expires_at - now())::float8 AS seconds_left,
      ${side.columns}
    FROM ${table} s ${side.person} WHERE ${live}`;
  const selectByIds = `${select} AND s.id = ANY($1::text[])`;
  const lookUp = lookUpTogether(async (ids: readonly string[]) => {
    const rows = await sql.query<SessionRow>(selectByIds, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  });
  return {
    async getSessionAndUser(id) {
      const row = await lookUp(id);
      if (row === undefined) return [null, null];
      return [sessionOf(row), { id: row.person_id, attributes: { actor: side.readPerson(row) } }];
    },
    async getUserSessions(personId) {
      const rows = await sql.query<SessionRow>(`${select} AND s.${personColumn} = $1::text`, [personId]);
      return rows.map(sessionOf);
    },
    async setSession({ id, userId }) {
      await sql.query(
        `INSERT INTO ${table} (id, ${personColumn}, expires_at, absolute_expires_at)
         VALUES ($1::text, $2::text, now() + make_interval(secs => $3::float8), now() + make_interval(secs => $4::float8))`,
        [id, userId, idleSeconds, absoluteSeconds],
      );
    },
    async updateSessionExpiration(id) {
      await sql.query(
        `UPDATE ${table} s SET expires_at = now() + make_interval(secs => $2::float8) WHERE s.id = $1::text AND ${live}`,
        [id, idleSeconds],
      );
    },
    async deleteSession(id) {
      await sql.query(`DELETE FROM ${table} WHERE id = $1::text`, [id]);
    },
    async deleteUserSessions(personId) {
      await sql.query(`DELETE FROM ${table} WHERE ${personColumn} = $1::text`, [personId]);
    },
    async deleteExpiredSessions() {
      await sql.query(`DELETE FROM ${table} s WHERE NOT (${live})`, []);
    },
  };
}

function sessionOf({ id, person_id, seconds_left }: SessionRow): DatabaseSession {
  return { id, userId: person_id, expiresAt: new Date(Date.now() + seconds_left * 1000), attributes: {} };
}
