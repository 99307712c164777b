import type { SqlRunner } from "@covenant/db";
import type { MemberActor, MemberId, StorefrontId } from "@covenant/domain";
import type { RequestFacts } from "../trpc/context.ts";
import { memberSide } from "./session-side.ts";
import { endSession, endSessionsOf, readSession, startSession } from "./sessions.ts";

/** The member a request comes from. A session of another storefront's member is no session here. */
export async function readMemberSession(facts: RequestFacts, storefront: StorefrontId): Promise<MemberActor | null> {
  const actor = await readSession(facts, memberSide);
  return actor?.kind === "member" && actor.storefront === storefront ? actor : null;
}

/** Opens a member's session in place of the request's. Answers the cookie to set after the commit. */
export function startMemberSession(sql: SqlRunner, memberId: MemberId, cookies: string): Promise<string> {
  return startSession(sql, memberSide, { personId: memberId, cookies });
}

/** Signs the request's member out: the session is deleted, not only its cookie. */
export function endMemberSession(facts: RequestFacts): Promise<void> {
  return endSession(facts, memberSide);
}

/** Signs a member out everywhere. */
export function endMemberSessions(sql: SqlRunner, memberId: MemberId): Promise<void> {
  return endSessionsOf(sql, memberSide, memberId);
}
