import type { SqlRunner } from "@covenant/db";
import type { StaffActor, StaffId } from "@covenant/domain";
import type { RequestFacts } from "../trpc/context.ts";
import { staffSide } from "./session-side.ts";
import { endSession, readSession, startSession } from "./sessions.ts";

/** The person of the staff a request comes from, with the roles held now: a role taken away is gone at the next call. */
export async function readStaffSession(facts: RequestFacts): Promise<StaffActor | null> {
  const actor = await readSession(facts, staffSide);
  return actor?.kind === "staff" ? actor : null;
}

/** Opens a staff session in place of the request's. Answers the cookie to set after the commit. */
export function startStaffSession(sql: SqlRunner, staffId: StaffId, cookies: string): Promise<string> {
  return startSession(sql, staffSide, { personId: staffId, cookies });
}

/** Signs the request's person out: the session is deleted, not only its cookie. */
export function endStaffSession(facts: RequestFacts): Promise<void> {
  return endSession(facts, staffSide);
}
