import type { MemberActor, PlanChangeQuestion, PlanChangeView } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { viewChange, workOutChange } from "./plan-change.ts";
import { getRunning } from "./subscription-store.ts";

/**
 * What a change of plan would do now; nothing is done.
 * @throws Refusal "subscription/not-changeable", "thing/not-found".
 */
export async function previewPlanChange(
  deps: Pick<Deps, "db" | "clock" | "payments">,
  { memberId }: MemberActor,
  { planId }: PlanChangeQuestion,
): Promise<PlanChangeView> {
  return viewChange(await workOutChange(deps, await getRunning(deps.db, memberId), planId));
}
