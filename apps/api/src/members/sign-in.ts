import { type MemberView, Refusal, type SignInRequest, type StorefrontId } from "@covenant/domain";
import { startMemberSession } from "../sessions/member-session.ts";
import { isPassword } from "../sessions/passwords.ts";
import { countSignIn, forgiveSignIn } from "../sessions/sign-in-tries.ts";
import type { RequestFacts } from "../trpc/context.ts";
import { findClosedAccount, refuseClosed } from "./closed-account.ts";
import { findMember } from "./member-store.ts";
import { viewMember } from "./view-member.ts";

/**
 * Signs a member in under a new session; the one the request came with ends. A member without a confirmed address, or
 * under suspension, may sign in: what they may then do is ruled where they do it.
 * @throws Refusal "member/account-closed" for who knows the password of an account that a decision closed, with its reasons;
 *   "session/wrong-password", the same and as slow for an address without an account; "request/too-many".
 */
export async function signIn(
  facts: RequestFacts,
  storefront: StorefrontId,
  { email, password }: SignInRequest,
): Promise<MemberView> {
  const { deps, cookies, setCookie } = facts;
  const attempt = { door: storefront, email, ip: facts.ip() };
  await countSignIn(deps.db, attempt);
  // Both are always looked for, so that an address without an account takes as long as one with.
  const [member, closed] = await Promise.all([
    findMember(deps.db, { storefront, email }),
    findClosedAccount(deps.db, { storefront, email }),
  ]);
  const isRight = await isPassword(member?.passwordHash ?? closed?.passwordHash ?? null, password);
  if (closed !== null && isRight) refuseClosed({ storefront, email }, closed);
  if (member === null || !isRight) throw new Refusal("session/wrong-password");
  setCookie(await deps.db.transaction((tx) => startMemberSession(tx, member.id, cookies)));
  await forgiveSignIn(deps.db, attempt);
  return viewMember(deps, member.id);
}
