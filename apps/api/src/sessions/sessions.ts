import type { SqlRunner } from "@covenant/db";
import type { MemberActor, StaffActor } from "@covenant/domain";
import { Cookie, Lucia, TimeSpan } from "lucia";
import type { RequestFacts } from "../trpc/context.ts";
import { sessionAdapter } from "./session-adapter.ts";
import type { SessionSide } from "./session-side.ts";
import { hashToken, newToken, readToken } from "./session-token.ts";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof openLucia>;
    DatabaseUserAttributes: { actor: MemberActor | StaffActor };
  }
}

/** A session in use is marked as used at most this often, so that a read is not a write each time. */
const markUsedEverySeconds = 60;

const opened = new WeakMap<SqlRunner, Map<SessionSide, Lucia>>();

/** The Lucia of one side over one database, made once: it holds settings, and nothing of any request. */
function luciaOf(sql: SqlRunner, side: SessionSide) {
  const sides = opened.get(sql) ?? new Map<SessionSide, Lucia>();
  opened.set(sql, sides);
  const lucia = sides.get(side) ?? openLucia(sql, side);
  sides.set(side, lucia);
  return lucia;
}

function openLucia(sql: SqlRunner, side: SessionSide) {
  return new Lucia(sessionAdapter(sql, side), {
    // Lucia marks a session as used once less than half of this is left. Twice the idle time, less what we allow
    // between two marks, makes the idle limit exact to a minute instead of to half of itself.
    sessionExpiresIn: new TimeSpan(2 * (side.idleSeconds - markUsedEverySeconds), "s"),
    getUserAttributes: ({ actor }) => ({ actor }),
  });
}

/** Whose session the request's cookie opens; null where there is none, it ended, or its person may no longer enter. */
export async function readSession(facts: RequestFacts, side: SessionSide): Promise<MemberActor | StaffActor | null> {
  const token = readToken(facts.cookies, side.cookie);
  if (token === null) return null;
  const { user } = await luciaOf(facts.deps.db, side).validateSession(hashToken(token));
  return user === null ? null : user.actor;
}

/** Whether the request's session is open still, and its person may enter. To ask is no use of it and lengthens nothing. */
export async function isSessionOpen(facts: RequestFacts, side: SessionSide): Promise<boolean> {
  const token = readToken(facts.cookies, side.cookie);
  if (token === null) return false;
  const [session] = await sessionAdapter(facts.deps.db, side).getSessionAndUser(hashToken(token));
  return session !== null;
}

/**
 * Opens a session under a token that never existed before, ends the one the request came with, and answers the
 * `Set-Cookie` header to send once the caller's transaction, if any, has committed.
 */
export async function startSession(
  sql: SqlRunner,
  side: SessionSide,
  { personId, cookies }: { personId: string; cookies: string },
): Promise<string> {
  const lucia = openLucia(sql, side);
  const earlier = readToken(cookies, side.cookie);
  if (earlier !== null) await lucia.invalidateSession(hashToken(earlier));
  const token = newToken();
  await lucia.createSession(personId, {}, { sessionId: hashToken(token) });
  return cookieHeader(side, token, side.absoluteSeconds);
}

/** Deletes the request's session and its cookie. Without one, only the cookie. */
export async function endSession(facts: RequestFacts, side: SessionSide): Promise<void> {
  const token = readToken(facts.cookies, side.cookie);
  if (token !== null) await openLucia(facts.deps.db, side).invalidateSession(hashToken(token));
  facts.setCookie(cookieHeader(side, "", 0));
}

/** Deletes every session of a person: after a change of password, or when somebody else may hold one. */
export async function endSessionsOf(sql: SqlRunner, side: SessionSide, personId: string): Promise<void> {
  await openLucia(sql, side).invalidateUserSessions(personId);
}

function cookieHeader({ cookie, sameSite }: SessionSide, value: string, maxAge: number): string {
  return new Cookie(cookie, value, { secure: true, httpOnly: true, path: "/", sameSite, maxAge }).serialize();
}
