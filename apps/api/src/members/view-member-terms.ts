import { type MemberId, type MemberTermsView, Refusal, type StorefrontId } from "@covenant/domain";
import { announcedTerms, ruleOnTermsAcceptance } from "@covenant/policy";
import type { Deps } from "../deps.ts";

/**
 * Which terms a member accepted, when and how, of which they were told, and where that leaves them now.
 * @throws Refusal "thing/not-found".
 */
export async function viewMemberTerms(
  { db, clock }: Pick<Deps, "db" | "clock">,
  memberId: MemberId,
): Promise<MemberTermsView> {
  const row = await db.rows.member.findUnique({
    where: { id: memberId },
    select: {
      storefront: true,
      acceptances: { orderBy: { termsVersion: "desc" } },
      termsNotices: { orderBy: { termsVersion: "desc" } },
    },
  });
  if (row === null) throw new Refusal("thing/not-found", { thing: "member" });
  const storefront = row.storefront as StorefrontId;
  const acceptedTermsVersion = row.acceptances[0]?.termsVersion ?? null;
  const { outcome, explanation } = ruleOnTermsAcceptance({ storefront, at: clock.now(), acceptedTermsVersion });
  return {
    inForce: outcome.version,
    announced: announcedTerms(storefront, clock.now())?.version ?? null,
    acceptance: outcome.acceptance,
    explanation: explanation.staff,
    accepted: row.acceptances.map(({ termsVersion, acceptedAt, how }) => ({
      version: termsVersion,
      at: acceptedAt.toISOString(),
      how: how === "by-use" ? "by-use" : "ticked",
    })),
    told: row.termsNotices.map(({ termsVersion, toldAt }) => ({ version: termsVersion, at: toldAt.toISOString() })),
  };
}
