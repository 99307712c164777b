import {
  type AccountCaseRequest,
  type CaseId,
  conductLabels,
  type MemberId,
  Refusal,
  type StaffActor,
  type StorefrontId,
} from "@covenant/domain";
import { forbiddenConduct, ruleOnConduct } from "@covenant/policy";
import { lockConductOf, lockOpenAccountCase, openAccountCase } from "../cases/open-account-case.ts";
import type { Deps } from "../deps.ts";
import { recordRuling } from "../rulings/record-ruling.ts";

type ConductDeps = Pick<Deps, "db" | "clock">;

/**
 * Opens the file of something a person saw an account do. It blames nobody yet. The same request sent twice is one case.
 * @throws Refusal "thing/not-found"; "case/already-open" with the case about the same conduct; "request/invalid" for a day
 *   that cannot be, and for what the terms of that day do not forbid.
 */
export async function openConductCase(
  { db, clock }: ConductDeps,
  actor: StaffActor,
  request: AccountCaseRequest,
): Promise<{ caseId: CaseId }> {
  const { memberId, conduct, requestId, seen } = request;
  return db.transaction(async (tx) => {
    const member = await tx.rows.member.findUnique({ where: { id: memberId } });
    if (member === null) throw new Refusal("thing/not-found", { thing: "member" });
    await lockConductOf(tx, memberId);
    const earlier = await tx.rows.case.findUnique({ where: { causeId: requestId } });
    if (earlier !== null) return { caseId: earlier.id as CaseId };
    const open = await lockOpenAccountCase(tx, { memberId, conduct });
    if (open !== null) throw new Refusal("case/already-open", { caseId: open });

    const storefront = member.storefront as StorefrontId;
    const at = dayOf(request.occurredOn, { since: member.createdAt, now: clock.now() });
    const permission = conduct === "resale" ? request.permission : null;
    const question = { storefront, at, kind: conduct, standing: "suspected", permission } as const;
    const ruling = ruleOnConduct(question);
    if (ruling.outcome.follows === "nothing") throw new Refusal("request/invalid", notForbidden);
    const facts = {
      conduct,
      openedBy: "staff",
      seen,
      occurredAt: at.toISOString(),
      permission,
      attempts: null,
    } as const;
    const caseId = await openAccountCase(tx, { storefront, memberId, actor, facts, causeId: requestId });
    await recordRuling(tx, { storefront, memberId, caseId }, ruling, question);
    return { caseId };
  });
}

const notForbidden = {
  field: "conduct",
  reason: "The terms of that day do not forbid this, or a permission covers it.",
};

/** Noon of a civil day, or now on the day itself. */
function dayOf(occurredOn: string, { since, now }: { since: Date; now: Date }): Date {
  const noon = new Date(`${occurredOn}T12:00:00Z`);
  const field = "occurredOn";
  if (occurredOn > now.toISOString().slice(0, 10))
    throw new Refusal("request/invalid", { field, reason: "That day has not come." });
  if (occurredOn < since.toISOString().slice(0, 10))
    throw new Refusal("request/invalid", { field, reason: "The member joined after that." });
  return noon > now ? now : noon;
}

/** The conduct that a member's storefront gives a consequence to today, for whoever opens a case. */
export async function listConduct({ db, clock }: ConductDeps, memberId: MemberId) {
  const member = await db.rows.member.findUnique({ where: { id: memberId }, select: { storefront: true } });
  if (member === null) throw new Refusal("thing/not-found", { thing: "member" });
  const kinds = forbiddenConduct(member.storefront as StorefrontId, clock.now());
  return kinds.map((kind) => ({ kind, label: conductLabels[kind] }));
}
