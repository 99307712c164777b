import { recordAct, type Tx } from "@covenant/db";
import type { Actor, CaseId, ConductKind, MemberId, RulingId, StorefrontId } from "@covenant/domain";
import { recordRuling } from "../rulings/record-ruling.ts";
import { readRestrictions } from "../standing/read-restrictions.ts";
import { endSanction } from "./end-sanction.ts";
import { imposeSanction } from "./impose-sanction.ts";
import { type JudgedAgain, planJudgingAgain, type Wrong } from "./plan-judging-again.ts";
import { sayJudgedAgain } from "./say-judged-again.ts";
import { sayRestrictions } from "./say-restrictions.ts";
import { tellMember } from "./tell-member.ts";

type Judging = { memberId: MemberId; storefront: StorefrontId; wrong: Wrong; at: Date };

/**
 * Carries out {@link planJudgingAgain} in the transaction that found something wrong: sanctions end or become milder at once,
 * by a ruling each, and the member is told in one mail. The caller holds the member's conduct lock.
 */
export async function judgeAgain(tx: Tx, actor: Actor, { memberId, storefront, wrong, at }: Judging): Promise<void> {
  const changes = await planJudgingAgain(tx, memberId, wrong);
  for (const change of changes) await carryOut(tx, actor, { change, at });
  if (changes.length === 0) return;
  const left = sayRestrictions(await readRestrictions(tx, memberId, at), { storefront, at });
  await tellMember(tx, {
    storefront,
    memberId,
    subject: "a decision about your account was judged again",
    body: [
      ...changes.map((change) => `${change.reconsideration.ruling.explanation.member} ${sayJudgedAgain(change, at)}`),
      left.length === 0 ? "Nothing restricts your account any more." : left.join(" "),
    ].join("\n\n"),
  });
}

async function carryOut(tx: Tx, actor: Actor, { change, at }: { change: JudgedAgain; at: Date }): Promise<void> {
  const { row, reconsideration, instead } = change;
  const subject = subjectOf(change);
  const rulingId = await recordRuling(tx, subject, reconsideration.ruling, reconsideration.facts);
  await endSanction(tx, row, { at, as: instead === null ? "wrong" : "judged-again" });
  const facts = { sanctionId: row.id, kind: row.kind, instead: instead?.ruling.outcome.sanction ?? null };
  await recordAct(tx, { actor, act: "sanction.judged-again", on: row.memberId, rulingId, facts });
  if (instead === null || instead.ruling.outcome.sanction === "none") return;
  await putInstead(tx, actor, { change, instead, at });
}

type Putting = { change: JudgedAgain; instead: NonNullable<JudgedAgain["instead"]>; at: Date };

/** What stands in for a sanction began when that one did, so that time served counts. */
async function putInstead(tx: Tx, actor: Actor, { change, instead, at }: Putting): Promise<void> {
  const { row, reconsideration } = change;
  const subject = subjectOf(change);
  const { sanction, endsAt, running } = instead.ruling.outcome;
  if (sanction === "none" || sanction === "termination") return;
  const ladderRuling: RulingId = await recordRuling(tx, subject, instead.ruling, instead.facts);
  const standing = row.restsOn.filter(({ strike }) => strike.state !== "void");
  await imposeSanction(tx, actor, {
    ...subject,
    conduct: row.conduct as ConductKind,
    rulingId: ladderRuling,
    clauseId: instead.ruling.clauses[0]?.id ?? "",
    kind: sanction,
    statement: [
      `${reconsideration.ruling.explanation.member} ${sayJudgedAgain(change, at)}`,
      instead.ruling.explanation.member,
    ].join("\n\n"),
    at: row.imposedAt,
    endsAt,
    running,
    closing: null,
    restsOn: standing.map(({ strikeId }) => strikeId),
    replaces: { id: row.id, undoneAt: row.undoneAs === "lifted" ? row.undoneAt : null },
  });
}

function subjectOf({ row }: JudgedAgain): { storefront: StorefrontId; memberId: MemberId; caseId: CaseId } {
  return {
    storefront: row.storefront as StorefrontId,
    memberId: row.memberId as MemberId,
    caseId: row.caseId as CaseId,
  };
}
