import type { Database } from "@covenant/db";
import type { MemberActor } from "@covenant/domain";
import { ruleOnTermsAcceptance } from "@covenant/policy";
import { recordRuling } from "../rulings/record-ruling.ts";

type Use = { readonly at: Date; readonly acceptedTermsVersion: string | null };

/**
 * Records that what a member asks for accepts the terms in force, where the terms say that it does. Asked twice, also at
 * once, the first time stands.
 */
export async function acceptByUse(
  db: Pick<Database, "transaction">,
  { memberId, storefront }: MemberActor,
  { at, acceptedTermsVersion }: Use,
): Promise<void> {
  const question = { storefront, at, acceptedTermsVersion };
  const ruling = ruleOnTermsAcceptance(question);
  const { acceptance, version } = ruling.outcome;
  if (acceptance !== "by-use") return;
  await db.transaction(async (tx) => {
    await tx.query("SELECT id FROM member WHERE id = $1::text FOR NO KEY UPDATE", [memberId]);
    const accepted = { memberId, termsVersion: version };
    if ((await tx.rows.termsAcceptance.count({ where: accepted })) > 0) return;
    const rulingId = await recordRuling(tx, { storefront, memberId }, ruling, question);
    await tx.rows.termsAcceptance.create({ data: { ...accepted, acceptedAt: at, how: "by-use", rulingId } });
  });
}
