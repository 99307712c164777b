import { Refusal, type StorefrontId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { spendEmailToken } from "./email-token-store.ts";

/**
 * Confirms the address a link was mailed to. The link works once, and only for the sign-up it was made for.
 * @throws Refusal "member/token-spent" for a link that is spent, too old, unknown, or of another storefront.
 */
export async function confirmEmail({ db }: Pick<Deps, "db">, storefront: StorefrontId, token: string): Promise<void> {
  const memberId = await spendEmailToken(db, { storefront, purpose: "confirm", token });
  if (memberId === null) throw new Refusal("member/token-spent");
}
