import type { Database, Prisma, SqlRunner, Tx } from "@covenant/db";
import type { MemberId, SanctionId, SanctionKind, StorefrontId, StrikeId } from "@covenant/domain";
import {
  type EarlierSanction,
  type LadderOutcome,
  type LadderQuestion,
  type ReconsiderationOutcome,
  type Ruling,
  readLadderQuestion,
  ruleOnLadder,
  ruleOnReconsideration,
  rungs,
} from "@covenant/policy";

export type Reader = SqlRunner & (Pick<Database, "rows"> | Pick<Tx, "rows">);

type Standing = Prisma.SanctionGetPayload<{ include: { termination: true; restsOn: { include: { strike: true } } } }>;

/** A sanction that changes, the ruling that says so, and what stands in for it; null where nothing does. */
export type JudgedAgain = {
  row: Standing;
  reconsideration: { ruling: Ruling<ReconsiderationOutcome>; facts: object };
  instead: { ruling: Ruling<LadderOutcome>; facts: LadderQuestion } | null;
};

/** What turned out wrong: strikes that are void, and sanctions whose own decision was wrong. */
export type Wrong = { strikes: readonly StrikeId[]; sanctions: readonly SanctionId[] };

/**
 * Judges a member's sanctions again as if what turned out wrong had never been, oldest first, since one before makes the next
 * severer. Under the member's conduct lock it is what will be done; without, what would be. Nothing becomes severer by it.
 */
export async function planJudgingAgain(reader: Reader, memberId: MemberId, wrong: Wrong): Promise<JudgedAgain[]> {
  if (wrong.strikes.length + wrong.sanctions.length === 0) return [];
  const rows = await reader.rows.sanction.findMany({
    where: { memberId },
    orderBy: [{ imposedAt: "asc" }, { id: "asc" }],
    include: { termination: true, restsOn: { include: { strike: true } } },
  });
  const changes: JudgedAgain[] = [];
  let earlier: EarlierSanction = "none";
  let hasChanged = false;
  for (const row of rows) {
    if (row.undoneAs === "wrong" || row.undoneAs === "judged-again") continue;
    const isWrong = wrong.sanctions.some((id) => id === row.id);
    const change: JudgedAgain | null = isWrong ? null : await judgeAgain(reader, row, { wrong, earlier, hasChanged });
    if (change !== null) changes.push(change);
    hasChanged ||= isWrong || change !== null;
    const stands = isWrong ? "none" : change === null ? row.kind : (change.instead?.ruling.outcome.sanction ?? "none");
    earlier = severer(earlier, stands);
  }
  return changes;
}

type Around = { wrong: Wrong; earlier: EarlierSanction; hasChanged: boolean };

/** Null where it stands as it is. */
async function judgeAgain(
  reader: Reader,
  row: Standing,
  { wrong, earlier, hasChanged }: Around,
): Promise<JudgedAgain | null> {
  const isVoid = (id: string) => wrong.strikes.some((strike) => strike === id);
  if (!hasChanged && !row.restsOn.some(({ strikeId }) => isVoid(strikeId))) return null;
  const standing = row.restsOn.filter(({ strikeId, strike }) => strike.state !== "void" && !isVoid(strikeId));
  const left = row.restsOn.length > 0 && standing.length === 0 ? "none" : "some";
  const facts = { storefront: row.storefront as StorefrontId, at: row.imposedAt, left } as const;
  const reconsideration = { ruling: ruleOnReconsideration(facts), facts };
  if (reconsideration.ruling.outcome.sanction === "ends") return { row, reconsideration, instead: null };
  const asked = await askedThen(reader, row);
  const weight = standing.reduce((sum, { strike }) => sum + strike.weight, 0);
  const question = {
    ...asked,
    weight: row.restsOn.length === 0 ? asked.weight : Math.min(asked.weight, weight),
    earlier: hasChanged && rungs.indexOf(earlier) < rungs.indexOf(asked.earlier) ? earlier : asked.earlier,
  };
  const ruling = ruleOnLadder(question);
  return isMilder(ruling.outcome, row) ? { row, reconsideration, instead: { ruling, facts: question } } : null;
}

/** What the ladder was asked when the sanction was imposed. */
async function askedThen(reader: Reader, { rulingId }: Standing): Promise<LadderQuestion> {
  const { facts } = await reader.rows.ruling.findUniqueOrThrow({ where: { id: rulingId }, select: { facts: true } });
  return readLadderQuestion(facts, "");
}

function isMilder({ sanction, endsAt }: LadderOutcome, row: Standing): boolean {
  const [now, then] = [rungs.indexOf(sanction), rungs.indexOf(row.kind as SanctionKind)];
  if (now !== then) return now < then;
  return endsAt !== null && row.endsAt !== null && endsAt < row.endsAt;
}

/** A closing is no rung of the past: an account that it closed is gone, and one that was withdrawn counts for nothing. */
function severer(earlier: EarlierSanction, kind: string): EarlierSanction {
  if (kind !== "warning" && kind !== "limit" && kind !== "suspension") return earlier;
  return rungs.indexOf(kind) > rungs.indexOf(earlier) ? kind : earlier;
}
