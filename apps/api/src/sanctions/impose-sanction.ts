import { recordAct, type Tx } from "@covenant/db";
import {
  type Actor,
  type CaseId,
  type ConductKind,
  type MemberId,
  newId,
  type RulingId,
  type SanctionId,
  type SanctionKind,
  type StorefrontId,
} from "@covenant/domain";
import { cancelStoppedSoon } from "../generations/cancel-stopped.ts";

export type NewSanction = {
  storefront: StorefrontId;
  memberId: MemberId;
  caseId: CaseId;
  conduct: ConductKind;
  /** The ruling that names the sanction, and its first clause. */
  rulingId: RulingId;
  clauseId: string;
  kind: SanctionKind;
  /** As the member reads it. */
  statement: string;
  at: Date;
  /** When a limit or a suspension ends by itself. */
  endsAt: Date | null;
  running: number | null;
  /** Of a closing: its day, and what becomes of the credits. */
  closing: { effectiveAt: Date; credits: "forfeited" | "left" } | null;
  /** Strikes without which it would not be, or not be as severe. */
  restsOn: readonly string[];
  /** The sanction it stands in for, and when that one was lifted, in which case this one restricts nobody either. */
  replaces?: { id: string; undoneAt: Date | null };
};

/**
 * Writes what a decision imposes, in its transaction. A suspension holds from the commit, wherever the member is signed in
 * and whatever keys they have; what waits is cancelled right after. An account that will be closed is suspended until then.
 */
export async function imposeSanction(
  tx: Tx,
  actor: Actor,
  { closing, restsOn, replaces, ...of }: NewSanction,
): Promise<SanctionId> {
  const { memberId, kind, at, endsAt, rulingId, caseId } = of;
  const id = newId("sanction");
  const { at: imposedAt, ...row } = of;
  const undoneAt = replaces?.undoneAt ?? null;
  const lifted = { replacesId: replaces?.id ?? null, undoneAt, undoneAs: undoneAt === null ? null : "lifted" };
  await tx.rows.sanction.create({ data: { id, ...row, ...lifted, imposedAt } });
  await tx.rows.sanctionStrike.createMany({ data: restsOn.map((strikeId) => ({ sanctionId: id, strikeId })) });
  if (closing !== null) await tx.rows.termination.create({ data: { sanctionId: id, memberId, ...closing } });
  if (kind === "suspension" || kind === "termination") {
    const suspension = {
      id: newId("suspension"),
      memberId,
      cause: of.clauseId,
      sanctionId: id,
      imposedAt: at,
      endsAt,
      liftedAt: undoneAt,
    };
    await tx.rows.suspension.create({ data: suspension });
    await cancelStoppedSoon(tx, memberId);
  }
  const facts = { sanctionId: id, caseId, kind, endsAt: endsAt?.toISOString() ?? null };
  await recordAct(tx, { actor, act: `sanction.${kind}`, on: memberId, rulingId, facts });
  return id;
}
