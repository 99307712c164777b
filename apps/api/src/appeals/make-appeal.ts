import { recordAct, type Tx } from "@covenant/db";
import {
  type AppealedThing,
  type AppealId,
  type AppealRequest,
  type CaseId,
  type MemberActor,
  newId,
  Refusal,
  type RequestId,
} from "@covenant/domain";
import { answerDueAt, ruleOnAppeal, spellMoment, zoneOf } from "@covenant/policy";
import { openCase } from "../cases/open-case.ts";
import type { Deps } from "../deps.ts";
import { tellWatchers } from "../live/tell-watchers.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { type Contested, findContested } from "./contested.ts";
import { tellOfReceipt } from "./tell-of-appeal.ts";

/**
 * Appeals a decision, once, for as long as the terms of its notice say, whatever restricts the account. The same request sent
 * twice is one appeal. Nothing changes by it but that a person has to look.
 * @throws Refusal "thing/not-found"; "appeal/not-open" for one that was appealed before, and after the last day;
 *   "request/reused-key".
 */
export async function makeAppeal(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: Pick<MemberActor, "memberId">,
  { about, requestId, words }: AppealRequest,
): Promise<{ appealId: AppealId }> {
  return db.transaction(async (tx) => {
    await lockDecision(tx, about);
    const contested = await findContested(tx, about, actor.memberId);
    const earlier = await findEarlier(tx, contested, requestId);
    if (earlier !== null) return { appealId: earlier };
    return { appealId: await receive(tx, { contested, requestId, words, now: clock.now() }) };
  });
}

/** Of two appeals at once one is received, and the other finds it. */
async function lockDecision(tx: Tx, about: AppealedThing): Promise<void> {
  await tx.query("SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended('appeal:' || $1::text, 0))", [about]);
  await tx.query(
    "SELECT 1 AS locked FROM review_case WHERE id = $1::text OR generation_id = $1::text FOR NO KEY UPDATE",
    [about],
  );
}

async function findEarlier(tx: Tx, { caseId }: Contested, requestId: RequestId): Promise<AppealId | null> {
  const sent = await tx.rows.appeal.findUnique({ where: { requestId } });
  if (sent !== null && sent.caseId === caseId) return sent.id as AppealId;
  if (sent !== null) throw new Refusal("request/reused-key", { appealId: sent.id });
  if (caseId === null) return null;
  const earlier = await tx.rows.appeal.findUnique({ where: { caseId } });
  if (earlier !== null) throw new Refusal("appeal/not-open", { reason: "This decision was appealed before." });
  return null;
}

type Received = { contested: Contested; requestId: RequestId; words: string; now: Date };

async function receive(tx: Tx, { contested, requestId, words, now }: Received): Promise<AppealId> {
  const { storefront, memberId, toldAt, generationId } = contested;
  const facts = { storefront, at: toldAt, appealed: false } as const;
  const ruling = ruleOnAppeal(facts);
  const { outcome } = ruling;
  if (outcome.appeal === "used" || now > outcome.until)
    throw new Refusal("appeal/not-open", { reason: "The time to appeal this is over." });
  const caseId = contested.caseId ?? (await openFile(tx, contested));
  const subject = { storefront, memberId, caseId, ...(generationId === null ? {} : { generationId }) };
  const rulingId = await recordRuling(tx, subject, ruling, facts);
  const id = newId("appeal");
  const dueAt = answerDueAt(now, outcome.answerDays, zoneOf(storefront));
  const times = { toldAt, openUntil: outcome.until, receivedAt: now, dueAt };
  const row = { id, storefront, memberId, caseId, requestId, rulingId, words, state: "received", ...times };
  await tx.rows.appeal.create({ data: row });
  const actor = { kind: "member", memberId, storefront } as const;
  await recordAct(tx, { actor, act: "appeal.received", on: id, rulingId, facts: { caseId } });
  const due = spellMoment(dueAt, zoneOf(storefront));
  await tellOfReceipt(tx, { storefront, memberId, title: contested.title, about: generationId ?? caseId, due });
  if (generationId !== null) await tellWatchers(tx, generationId);
  return id;
}

/** A block that left no strike and took nothing has no file until it is appealed. */
async function openFile(tx: Tx, { storefront, memberId, generationId, category }: Contested): Promise<CaseId> {
  if (generationId === null) throw new Error("a decision without a file is about a request");
  return openCase(tx, {
    storefront,
    memberId,
    generationId,
    category,
    signals: [],
    dueAt: null,
    creditsUnderReview: 0,
  });
}
