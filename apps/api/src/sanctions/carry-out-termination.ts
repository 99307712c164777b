import { forfeit, recordAct, type Tx } from "@covenant/db";
import {
  type Actor,
  type Credits,
  credits,
  formatCredits,
  type MemberId,
  type SanctionId,
  type StorefrontId,
} from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { cancelStoppedSoon } from "../generations/cancel-stopped.ts";
import { revokeKeysOf } from "../keys/revoke-keys-of.ts";
import { originMark } from "../mail/write-mail.ts";
import { endMemberSessions } from "../sessions/member-session.ts";
import { lockSanction, type SanctionRow } from "./sanction-store.ts";
import { tellMember } from "./tell-member.ts";

const ourselves = { kind: "system", part: "sanctions" } as const;

const dueQuery = `
  SELECT sanction_id AS id FROM termination
  WHERE withdrawn_at IS NULL AND carried_out_at IS NULL AND effective_at <= $1::timestamptz ORDER BY effective_at LIMIT 50`;

/** Closes the accounts whose day has come. */
export async function carryOutTerminations({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> {
  const due = await db.query<{ id: SanctionId }>(dueQuery, [clock.now()]);
  for (const { id } of due) {
    await db.transaction(async (tx) => {
      await carryOutTermination(tx, ourselves, { sanctionId: id, at: clock.now() });
    });
  }
  return due.length;
}

/**
 * Closes an account in the caller's transaction: sessions and keys end, what waits is cancelled, the subscription is
 * cancelled by the next sweep, and the credits are forfeited where the ruling said so. Nothing is deleted: retention rules
 * that. One that was withdrawn or carried out stays as it is.
 * @returns the credits that were forfeited.
 */
export async function carryOutTermination(
  tx: Tx,
  actor: Actor,
  { sanctionId, at }: { sanctionId: SanctionId; at: Date },
): Promise<Credits> {
  const row = await lockSanction(tx, sanctionId);
  if (row?.termination === null || row?.termination === undefined) throw new Error(`${sanctionId} closes no account`);
  const { withdrawnAt, carriedOutAt, effectiveAt } = row.termination;
  if (withdrawnAt !== null || carriedOutAt !== null || effectiveAt > at) return credits(0);
  const memberId = row.memberId as MemberId;
  await tx.rows.member.update({ where: { id: memberId }, data: { closedAt: at } });
  await endMemberSessions(tx, memberId);
  await revokeKeysOf(tx, memberId, at);
  const forfeited = await takeCredits(tx, row);
  await tx.rows.termination.update({ where: { sanctionId }, data: { carriedOutAt: at } });
  await cancelStoppedSoon(tx, memberId);
  await recordAct(tx, { actor, act: "member.closed", on: memberId, facts: { sanctionId, forfeited } });
  await tellOfClosing(tx, row, forfeited);
  return forfeited;
}

async function takeCredits(tx: Tx, { id, memberId, termination }: SanctionRow): Promise<Credits> {
  if (termination?.credits !== "forfeited") return credits(0);
  const by = { walletId: memberId as MemberId, cause: id, reason: "account closed", key: `${id}.forfeit` };
  return (await forfeit(tx, by)).moved;
}

async function tellOfClosing(tx: Tx, row: SanctionRow, forfeited: Credits): Promise<void> {
  const storefront = row.storefront as StorefrontId;
  const { name, supportEmail } = storefronts[storefront];
  const ofCredits =
    row.termination?.credits === "forfeited"
      ? `${formatCredits(forfeited)} were forfeited with it, as the decision said.`
      : `Credits that were left were not taken. To get back what you paid for them, write to ${supportEmail}.`;
  await tellMember(tx, {
    storefront,
    memberId: row.memberId as MemberId,
    subject: "your account is closed",
    body: [
      `Your account at ${name} is closed.`,
      ofCredits,
      `The decision and its reasons:`,
      row.statement,
      `To appeal, sign in with your address and password, which still prove who you are: ${originMark}/sign-in`,
    ].join("\n\n"),
  });
}
