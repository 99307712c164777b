import { getBalance } from "@covenant/db";
import { type MemberId, type MemberView, Refusal, type StorefrontId } from "@covenant/domain";
import { ruleOnTermsAcceptance } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/** A member as they see themselves, with what is in their wallet. */
export async function viewMember({ db, clock }: Pick<Deps, "db" | "clock">, memberId: MemberId): Promise<MemberView> {
  const [row, wallet] = await Promise.all([
    db.rows.member.findUnique({
      where: { id: memberId },
      select: {
        storefront: true,
        email: true,
        emailConfirmedAt: true,
        acceptances: { select: { termsVersion: true }, orderBy: { termsVersion: "desc" }, take: 1 },
      },
    }),
    getBalance(db, memberId),
  ]);
  if (row === null) throw new Refusal("thing/not-found", { thing: "member" });
  const storefront = row.storefront as StorefrontId;
  const acceptedTermsVersion = row.acceptances[0]?.termsVersion ?? null;
  const { outcome } = ruleOnTermsAcceptance({ storefront, at: clock.now(), acceptedTermsVersion });
  return {
    id: memberId,
    storefront,
    email: row.email,
    emailConfirmed: row.emailConfirmedAt !== null,
    acceptedTermsVersion,
    termsAcceptance: outcome.acceptance,
    termsInForce: outcome.version,
    wallet,
  };
}
