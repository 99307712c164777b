import { type Database, recordAct, type SqlRunner, type Tx } from "@covenant/db";
import {
  accountFacts,
  after,
  type CaseId,
  type ConductKind,
  duration,
  type MemberId,
  type StorefrontId,
  type StrikeId,
} from "@covenant/domain";
import {
  type PatternOutcome,
  type PatternQuestion,
  patternMeasure,
  type Ruling,
  ruleOnPattern,
} from "@covenant/policy";
import { recordRuling } from "../rulings/record-ruling.ts";
import { ofTheRecord } from "./note-pattern.ts";

type Reader = SqlRunner & (Pick<Database, "rows"> | Pick<Tx, "rows">);

/** A file that a rule opened and that nothing founds any more, with the ruling that says so. */
export type Unfounded = { id: CaseId; conduct: ConductKind; ruling: Ruling<PatternOutcome>; facts: PatternQuestion };

type Account = { memberId: MemberId; storefront: StorefrontId; at: Date };

/** Open files about the record of a member which a rule would not open, were these strikes void. */
export async function findUnfounded(
  reader: Reader,
  { memberId, storefront, at }: Account,
  without: readonly StrikeId[],
): Promise<Unfounded[]> {
  if (without.length === 0) return [];
  const open = await reader.rows.case.findMany({
    where: { memberId, kind: "account", state: { in: ["open", "claimed"] } },
    orderBy: { id: "asc" },
  });
  const found: Unfounded[] = [];
  for (const { id, openedAt, facts: stored } of open) {
    const { conduct, openedBy } = accountFacts.parse(stored);
    if (openedBy !== "rule" || !ofTheRecord.includes(conduct)) continue;
    const count = await countWithout(reader, { memberId, storefront, at, conduct, openedAt }, without);
    const source = conduct === "strikes" ? "strikes" : "blocked";
    const facts = { storefront, at: openedAt, source, count } as const;
    const ruling = ruleOnPattern(facts);
    if (ruling.outcome.suspects === null) found.push({ id: id as CaseId, conduct, ruling, facts });
  }
  return found;
}

/** Closes what {@link findUnfounded} finds, by its ruling. Nobody is told: nobody was told that it was open. */
export async function closeUnfounded(tx: Tx, account: Account, without: readonly StrikeId[]): Promise<void> {
  const { memberId, storefront, at } = account;
  const actor = { kind: "system", part: "patterns" } as const;
  for (const { id, ruling, facts } of await findUnfounded(tx, account, without)) {
    const rulingId = await recordRuling(tx, { storefront, memberId, caseId: id }, ruling, facts);
    await tx.rows.case.update({ where: { id }, data: { state: "closed", outcome: "dismissed", decidedAt: at } });
    await recordAct(tx, { actor, act: "case.closed", on: id, rulingId });
  }
}

const weightQuery = `
  SELECT coalesce(sum(weight), 0)::int AS count FROM strike WHERE member_id = $1::text AND state = 'counting'
    AND expires_at > $2::timestamptz AND id <> ALL($3::text[])`;

/** Of a file of attempts: those that were stopped within the days before it was opened, and since. */
const attemptsQuery = `
  SELECT count(*)::int AS count FROM strike WHERE member_id = $1::text AND generation_id IS NOT NULL
    AND state IN ('pending', 'counting') AND imposed_at > $2::timestamptz AND id <> ALL($3::text[])`;

type Counted = Account & { conduct: ConductKind; openedAt: Date };

async function countWithout(
  sql: SqlRunner,
  { memberId, storefront, at, conduct, openedAt }: Counted,
  without: readonly StrikeId[],
): Promise<number> {
  const { withinDays } = patternMeasure(storefront, openedAt, "blocked");
  const since = after(openedAt, -duration.days(withinDays));
  const [row] =
    conduct === "strikes"
      ? await sql.query<{ count: number }>(weightQuery, [memberId, at, [...without]])
      : await sql.query<{ count: number }>(attemptsQuery, [memberId, since, [...without]]);
  return row?.count ?? 0;
}
