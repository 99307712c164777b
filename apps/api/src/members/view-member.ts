import { type Database, getBalance } from "@covenant/db";
import { type MemberId, type MemberView, Refusal, type StorefrontId } from "@covenant/domain";

/** A member as they see themselves, with what is in their wallet. */
export async function viewMember(db: Database, memberId: MemberId): Promise<MemberView> {
  const [row, wallet] = await Promise.all([
    db.rows.member.findUnique({
      where: { id: memberId },
      select: {
        storefront: true,
        email: true,
        emailConfirmedAt: true,
        acceptances: { select: { termsVersion: true }, orderBy: { acceptedAt: "desc" }, take: 1 },
      },
    }),
    getBalance(db, memberId),
  ]);
  if (row === null) throw new Refusal("thing/not-found", { thing: "member" });
  return {
    id: memberId,
    storefront: row.storefront as StorefrontId,
    email: row.email,
    emailConfirmed: row.emailConfirmedAt !== null,
    acceptedTermsVersion: row.acceptances[0]?.termsVersion ?? null,
    wallet,
  };
}
