import { recordAct, type Tx } from "@covenant/db";
import {
  type CaseId,
  type MemberId,
  Refusal,
  type RulingId,
  type SanctionId,
  type StaffActor,
  type StorefrontId,
  type StrikeId,
  type UndoRequest,
} from "@covenant/domain";
import { ruleOnReview } from "@covenant/policy";
import { lockConductOf } from "../cases/open-account-case.ts";
import type { Deps } from "../deps.ts";
import { recordRuling } from "../rulings/record-ruling.ts";
import { readRestrictions } from "../standing/read-restrictions.ts";
import { endSanction } from "./end-sanction.ts";
import { judgeAgain } from "./judge-again.ts";
import { lockSanction, type SanctionRow } from "./sanction-store.ts";
import { sayRestrictions } from "./say-restrictions.ts";
import { tellMember } from "./tell-member.ts";
import { voidStrikesOf } from "./void-strikes.ts";

/**
 * Lifts a limit or a suspension before its end; the member can act again from the commit, and is told. One whose decision was
 * wrong is taken back with its strike, as is a warning, also when it is over. Lifting it twice is fine.
 * @throws Refusal "thing/not-found", also for a closing, which is withdrawn; "sanction/not-due" for what is over.
 */
export async function liftSanction(deps: Pick<Deps, "db" | "clock">, actor: StaffActor, request: UndoRequest) {
  return undo(deps, actor, { request, kinds: ["warning", "limit", "suspension"], act: "sanction.lift" });
}

/** Withdraws a closing before its day, with the suspension that came with it. Withdrawing it twice is fine. @throws as {@link liftSanction}. */
export async function withdrawTermination(deps: Pick<Deps, "db" | "clock">, actor: StaffActor, request: UndoRequest) {
  return undo(deps, actor, { request, kinds: ["termination"], act: "sanction.withdraw" });
}

type Undoing = { request: UndoRequest; kinds: readonly string[]; act: string };

async function undo(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  { request: { sanctionId, note, requestId, wasWrong }, kinds, act }: Undoing,
): Promise<{ sanctionId: SanctionId }> {
  await db.transaction(async (tx) => {
    const at = clock.now();
    const found = await tx.rows.sanction.findUnique({ where: { id: sanctionId }, select: { memberId: true } });
    if (found === null) throw new Refusal("thing/not-found", { thing: "sanction" });
    await lockConductOf(tx, found.memberId as MemberId);
    const row = await lockSanction(tx, sanctionId);
    if (row === null || !kinds.includes(row.kind)) throw new Refusal("thing/not-found", { thing: "sanction" });
    if (row.undoneAt !== null) return;
    requireUndoable(row, { at, wasWrong });
    await endSanction(tx, row, { at, as: wasWrong ? "wrong" : "lifted" });
    const ruled = wasWrong ? await voidStrike(tx, row, at) : null;
    const facts = { sanctionId, kind: row.kind, requestId, wasWrong };
    await recordAct(tx, { actor, act, on: row.memberId, note, facts, ...(ruled && { rulingId: ruled.rulingId }) });
    await tell(tx, row, { at, explanation: ruled?.explanation });
    if (ruled === null) return;
    const { memberId, storefront } = ruled.subject;
    await judgeAgain(tx, actor, {
      memberId,
      storefront,
      at,
      wrong: { strikes: ruled.strikes, sanctions: [sanctionId] },
    });
  });
  return { sanctionId };
}

function requireUndoable(
  { kind, endsAt, termination }: SanctionRow,
  { at, wasWrong }: { at: Date; wasWrong: boolean },
): void {
  const isOver = kind === "warning" || (endsAt !== null && endsAt <= at);
  if (isOver && !wasWrong) throw new Refusal("sanction/not-due", { reason: "It is over." });
  if (termination !== null && termination.carriedOutAt !== null)
    throw new Refusal("sanction/not-due", { reason: "The account is closed." });
}

type VoidStrike = {
  subject: { storefront: StorefrontId; memberId: MemberId; caseId: CaseId };
  strikes: StrikeId[];
  rulingId: RulingId;
  explanation: string;
};

/** A decision that a person finds wrong leaves no strike, by the same ruling as a block that turns out wrong. */
async function voidStrike(
  tx: Tx,
  { storefront, memberId, caseId, imposedAt }: SanctionRow,
  at: Date,
): Promise<VoidStrike> {
  const subject = { storefront: storefront as StorefrontId, memberId: memberId as MemberId, caseId: caseId as CaseId };
  const facts = { storefront: subject.storefront, at: imposedAt, decision: "overturned", credits: "none" } as const;
  const ruling = ruleOnReview(facts);
  const strikes = await voidStrikesOf(tx, subject.caseId, at);
  const rulingId = await recordRuling(tx, subject, ruling, facts);
  return { subject, strikes, rulingId, explanation: ruling.explanation.member };
}

const undoneWords: Readonly<Record<string, { subject: string; body: string }>> = {
  warning: { subject: "a warning is taken back", body: "The warning about your account is taken back." },
  limit: { subject: "the limit on your account is lifted", body: "The limit on your account is lifted." },
  suspension: {
    subject: "your suspension is lifted",
    body: "Your suspension is lifted.",
  },
  termination: {
    subject: "your account will not be closed",
    body: "The closing of your account is withdrawn.",
  },
};

async function tell(
  tx: Tx,
  { kind, ...of }: SanctionRow,
  { at, explanation }: { at: Date; explanation: string | undefined },
): Promise<void> {
  const words = undoneWords[kind];
  if (words === undefined) throw new Error(`a ${kind} is not undone`);
  const storefront = of.storefront as StorefrontId;
  const memberId = of.memberId as MemberId;
  const left = sayRestrictions(await readRestrictions(tx, memberId, at), { storefront, at });
  const stands = left.length > 0 || kind === "warning" ? left : ["You can start anything again."];
  const body = [[words.body, ...stands].join(" "), explanation].filter((part) => part !== undefined).join("\n\n");
  await tellMember(tx, { storefront, memberId, subject: words.subject, body });
}
