import { recordAct, type Tx } from "@covenant/db";
import type { AccountFacts, CaseId, ConductKind, MemberId, StorefrontId } from "@covenant/domain";
import { type PatternSource, patternMeasure, ruleOnPattern } from "@covenant/policy";
import { lockConductOf, lockOpenAccountCase, openAccountCase } from "../cases/open-account-case.ts";
import { recordRuling } from "../rulings/record-ruling.ts";

export type Attempt = { storefront: StorefrontId; memberId: MemberId; at: Date };

const rule = { kind: "system", part: "patterns" } as const;

/**
 * Looks, in the transaction that stopped a request, whether its member's attempts are a pattern by now. A pattern opens
 * one case; while that is open, further attempts are added to it. Members are taken one after another, so that of
 * requests stopped at once the last one counts them all.
 */
export async function noteBlockedAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  const { storefront, memberId, at } = attempt;
  await lockConductOf(tx, memberId);
  const { withinDays } = patternMeasure(storefront, at, "blocked");
  const [row] = await tx.query<{ count: number }>(attemptsQuery, [memberId, withinDays, at]);
  await notePattern(tx, attempt, { source: "blocked", count: row?.count ?? 0 });
}

/**
 * Strikes for requests, waiting or counting, of the days that the clause names. What a decided case was about is not
 * counted again.
 */
const attemptsQuery = `
  SELECT count(*)::int AS count FROM strike s
  WHERE s.member_id = $1::text AND s.generation_id IS NOT NULL AND s.state IN ('pending', 'counting')
    AND s.imposed_at > $3::timestamptz - make_interval(days => $2::int)
    AND s.imposed_at > coalesce((SELECT max(c.decided_at) FROM review_case c WHERE c.member_id = $1::text
      AND c.kind = 'account' AND c.facts ->> 'conduct' IN ('repeated-breaches', 'strikes')), '-infinity')`;

export type Counted = { source: PatternSource; count: number };

/** Rules on a count, under the member's conduct lock, and opens the case of a pattern or adds to it. */
export async function notePattern(tx: Tx, attempt: Attempt, { source, count }: Counted): Promise<CaseId | null> {
  const { storefront, memberId, at } = attempt;
  const question = { storefront, at, source, count };
  const ruling = ruleOnPattern(question);
  const { suspects } = ruling.outcome;
  if (suspects === null) return null;
  const open = await lockOpenFile(tx, memberId, suspects);
  if (open !== null) {
    if (open.conduct === suspects) await addAttempts(tx, open.id, { count, at });
    return open.id;
  }
  const caseId = await openAccountCase(tx, {
    storefront,
    memberId,
    actor: rule,
    facts: factsOf(suspects, { at, seen: seenWords[source](count, ruling.outcome.withinDays ?? 0), count }),
  });
  const rulingId = await recordRuling(tx, { storefront, memberId, caseId }, ruling, question);
  await recordAct(tx, { actor: rule, act: "pattern.found", on: memberId, rulingId, facts: { caseId, count } });
  return caseId;
}

/** Files about the record: of repeated attempts and of strikes that add up one is enough, since both look at the same strikes. */
export const ofTheRecord: readonly ConductKind[] = ["repeated-breaches", "strikes"];

type OpenFile = { id: CaseId; conduct: ConductKind };

async function lockOpenFile(tx: Tx, memberId: MemberId, suspects: ConductKind): Promise<OpenFile | null> {
  const others = ofTheRecord.includes(suspects) ? ofTheRecord.filter((kind) => kind !== suspects) : [];
  for (const conduct of [suspects, ...others]) {
    const id = await lockOpenAccountCase(tx, { memberId, conduct });
    if (id !== null) return { id, conduct };
  }
  return null;
}

function factsOf(conduct: ConductKind, { at, seen, count }: { at: Date; seen: string; count: number }): AccountFacts {
  return { conduct, openedBy: "rule", seen, occurredAt: at.toISOString(), permission: null, attempts: count };
}

const days = (count: number) => (count === 1 ? "a day" : `${count} days`);
const seenWords: Record<PatternSource, (count: number, withinDays: number) => string> = {
  blocked: (count, within) => `${count} requests within ${days(within)} were stopped as forbidden.`,
  refused: (count, within) => `Limits refused ${count} requests within ${days(within)}.`,
  strikes: (weight) => `The strikes that count have come to weigh ${weight}.`,
};

/** How many attempts there were is brought up to date; what was seen first stays as it was written. */
async function addAttempts(tx: Tx, caseId: CaseId, { count, at }: { count: number; at: Date }): Promise<void> {
  await tx.query(
    `UPDATE review_case SET facts = facts || jsonb_build_object('attempts',
        greatest($2::int, coalesce((facts ->> 'attempts')::int, 0)), 'occurredAt', $3::text)
     WHERE id = $1::text RETURNING id`,
    [caseId, count, at.toISOString()],
  );
}
