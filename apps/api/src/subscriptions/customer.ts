import type { MemberId } from "@covenant/domain";
import type { Deps } from "../deps.ts";

/** The processor's id of a member as payer, made there when it is first needed, and remembered. */
export async function ensureCustomer(
  { db, payments }: Pick<Deps, "db" | "payments">,
  memberId: MemberId,
): Promise<string> {
  const { stripeCustomerId, email } = await db.rows.member.findUniqueOrThrow({ where: { id: memberId } });
  if (stripeCustomerId !== null) return stripeCustomerId;
  const made = await payments.ensureCustomer({ memberId, email });
  await db.rows.member.update({ where: { id: memberId }, data: { stripeCustomerId: made } });
  return made;
}
