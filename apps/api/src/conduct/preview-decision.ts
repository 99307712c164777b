import {
  type ClauseCitation,
  credits,
  formatCredits,
  mayAsk,
  type SanctionPlanView,
  type SanctionQuestion,
  type StaffActor,
  type StorefrontId,
} from "@covenant/domain";
import { civilDateIn, spellDate, zoneOf } from "@covenant/policy";
import { sellsKeys, storefronts } from "@covenant/storefronts";
import { requireAccountCase } from "../cases/lock-account-case.ts";
import type { Deps } from "../deps.ts";
import { sayHeld } from "../sanctions/say-held.ts";
import { type DecisionPlan, planDecision } from "./plan-decision.ts";

/** What confirming a case would do now, with the notice word for word. Nothing is done. @throws Refusal "thing/not-found". */
export async function previewDecision(
  { db, clock }: Pick<Deps, "db" | "clock">,
  actor: StaffActor,
  { caseId, finding, danger }: SanctionQuestion,
): Promise<SanctionPlanView> {
  const found = requireAccountCase(await db.rows.case.findUnique({ where: { id: caseId } }));
  const plan = await planDecision(db, found, { finding, danger, now: clock.now() });
  const rulings = [plan.conduct, plan.ladder, plan.closing?.termination, plan.closing?.forfeiture].flatMap(
    (ruled) => ruled?.ruling ?? [],
  );
  return {
    sanction: plan.sanction,
    endsAt: endOf(plan)?.toISOString() ?? null,
    strikeWeight: plan.strike?.weight ?? 0,
    weightAfter: plan.weightAfter,
    forfeits: plan.closing?.forfeits ?? credits(0),
    effects: effectsOf(plan, found.storefront),
    statement: plan.statement,
    clauses: clausesOf(rulings.flatMap(({ clauses }) => clauses as ClauseCitation[])),
    explanation: rulings.map(({ explanation }) => explanation.staff).join("\n\n"),
    digest: plan.digest,
    missing: plan.sanction === "termination" && !mayAsk(actor.roles, "member.terminate") ? "member.terminate" : null,
  };
}

function endOf({ ladder, closing }: DecisionPlan): Date | null {
  return closing?.termination.ruling.outcome.effectiveAt ?? ladder?.ruling.outcome.endsAt ?? null;
}

function clausesOf(cited: readonly ClauseCitation[]): ClauseCitation[] {
  return [...new Map(cited.map((clause) => [clause.id, clause])).values()];
}

/** What is said of a place: the calendar of its days, and what its members have. */
type Place = { readonly day: (at: Date | null) => string; readonly keys: boolean; readonly plans: boolean };

function placeOf(storefront: StorefrontId): Place {
  const day = (at: Date | null) => (at === null ? "" : spellDate(civilDateIn(at, zoneOf(storefront))));
  return { day, keys: sellsKeys(storefronts[storefront]), plans: storefronts[storefront].plans.length > 0 };
}

function effectsOf(plan: DecisionPlan, storefront: StorefrontId): string[] {
  const { strike, weightAfter, sanction } = plan;
  if (sanction === null) return ["Nothing follows under the terms, so there is nothing to confirm."];
  const place = placeOf(storefront);
  return [
    strike === null ? "There is no new strike." : strikeEffect(strike, place),
    ...(sanction === "keys-end" ? [] : [`Strikes that count weigh ${weightAfter} afterwards.`]),
    ...sanctionEffects[sanction](plan, place),
    "The member is told by mail and on their page, word for word as below.",
  ];
}

function strikeEffect({ weight, expiresAt, isOver }: NonNullable<DecisionPlan["strike"]>, { day }: Place): string {
  return isOver
    ? `A strike of weight ${weight} goes on record. Its time ended on ${day(expiresAt)}, so it counts for nothing.`
    : `A strike of weight ${weight} counts until ${day(expiresAt)}.`;
}

const waiting = "What waits to start is cancelled, and its credits come back.";

type Effects = (plan: DecisionPlan, place: Place) => string[];

const sanctionEffects: Record<NonNullable<DecisionPlan["sanction"]>, Effects> = {
  "keys-end": () => ["Every API key of the member ends. Nobody is blamed."],
  warning: () => ["The account is warned and works as before."],
  limit: (plan, { day }) => [
    `The account is limited until ${day(endOf(plan))}: ${plan.ladder?.ruling.outcome.running} generation at a time.`,
  ],
  suspension: (plan, { day, keys }) => [
    `The account is suspended until ${day(endOf(plan))}.`,
    `Sessions stay, so that the member can read; nothing new can be started${keys ? ", by any key either" : ""}.`,
    waiting,
  ],
  termination: closingEffects,
};

function closingEffects({ closing }: DecisionPlan, { day, keys, plans }: Place): string[] {
  if (closing === null) return [];
  const { notice, effectiveAt } = closing.termination.ruling.outcome;
  const { credits: left } = closing.forfeiture.ruling.outcome;
  const isForfeited = left === "forfeited";
  const held = sayHeld(closing.held, left);
  const last = plans ? " and the subscription end" : "";
  const ends = keys ? `sessions${plans ? "," : " and"} keys${last || " end"}` : `sessions${last || " end"}`;
  const taken = notice === "none" ? formatCredits(closing.forfeits) : "Credits that are left then";
  return [
    notice === "none"
      ? `The account is closed at once: ${ends}.`
      : `The account is closed on ${day(effectiveAt)} and suspended until then; then ${ends}.`,
    isForfeited
      ? `${taken} are forfeited: available → forfeited.`
      : "Credits that are left are not taken; what was paid for them goes back on request.",
    ...(held === undefined ? [] : [held]),
    isForfeited && notice === "none" ? "What waits to start is cancelled, and its credits are forfeited too." : waiting,
  ];
}
