import { type AppealPage, type ClosedAppealRequest, Refusal, type StorefrontId } from "@covenant/domain";
import { findClosedAccount } from "../members/closed-account.ts";
import { isPassword } from "../sessions/passwords.ts";
import { countSignIn, forgiveSignIn } from "../sessions/sign-in-tries.ts";
import type { RequestFacts } from "../trpc/context.ts";
import { makeAppeal } from "./make-appeal.ts";
import { viewAppealPage } from "./view-appeal-page.ts";

/**
 * Appeals the decision that closed an account, for who has its password and can sign in no more; without words it only says
 * how the appeal stands. Tries count as those to sign in do.
 * @throws Refusal "session/wrong-password", the same for an address without a closed account; and as `makeAppeal`.
 */
export async function appealClosing(
  { deps, ip }: Pick<RequestFacts, "deps" | "ip">,
  storefront: StorefrontId,
  { email, password, requestId, words }: ClosedAppealRequest,
): Promise<AppealPage> {
  const attempt = { door: storefront, email, ip: ip() };
  await countSignIn(deps.db, attempt);
  const closed = await findClosedAccount(deps.db, { storefront, email });
  const isRight = await isPassword(closed?.passwordHash ?? null, password);
  if (closed === null || !isRight) throw new Refusal("session/wrong-password");
  await forgiveSignIn(deps.db, attempt);
  if (words !== null) await makeAppeal(deps, closed, { about: closed.caseId, requestId, words });
  return viewAppealPage(deps, closed, closed.caseId);
}
