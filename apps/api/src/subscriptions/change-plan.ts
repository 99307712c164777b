import {
  type MemberActor,
  type MemberId,
  type PlanChangeRequest,
  Refusal,
  type RequestId,
  type SubscriptionId,
  type SubscriptionView,
} from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { admitMember } from "../members/admitted-member.ts";
import { PaymentRefused } from "../payments/payments.ts";
import { ensureProcessorPrice } from "../plans/processor-price.ts";
import type { SubscriptionRow } from "./lock-subscription.ts";
import { type PlanChange, workOutChange } from "./plan-change.ts";
import { settleSubscription } from "./settle-subscription.ts";
import { getOwn, getRunning } from "./subscription-store.ts";
import { viewSubscription } from "./view-subscription.ts";

type ChangeDeps = Pick<Deps, "db" | "clock" | "payments" | "log">;

/**
 * Changes the plan as the preview said: an upgrade at once, paid and granted for the rest of the period; a downgrade with
 * the next renewal. What the processor then has is settled as after any event, so a request sent twice changes once.
 * @throws Refusal "plan/changed" with the figures of now, "order/not-payable" where the card does not pay (nothing is
 *   changed then), "subscription/not-changeable", "thing/not-found", and what refuses admission.
 */
export async function changePlan(
  deps: ChangeDeps,
  actor: MemberActor,
  { planId, requestId, expected }: PlanChangeRequest,
): Promise<SubscriptionView> {
  await admitMember(deps.db, actor, deps.clock.now());
  const row = await getRunning(deps.db, actor.memberId);
  if (nextPlanOf(row) === planId) return viewSubscription(row);
  const change = await workOutChange(deps, row, planId);
  if (!isExpected(change, expected)) return twinOrRefusal(deps, row, change);
  if (change.kind === "upgrade") await upgrade(deps, row, change, requestId);
  else await deps.payments.setRenewalPrice(processorIdOf(row), change.processorPrice, `${requestId}.change`);
  return viewSubscription(await settled(deps, row));
}

function nextPlanOf({ price, renewalPrice }: SubscriptionRow): string {
  return (renewalPrice ?? price).planId;
}

async function settled(deps: ChangeDeps, { id, memberId }: SubscriptionRow): Promise<SubscriptionRow> {
  const subscriptionId = id as SubscriptionId;
  await settleSubscription(deps, { subscriptionId });
  return getOwn(deps.db, memberId as MemberId, subscriptionId);
}

/** The figures are other ones too where the same change has just been carried out. */
async function twinOrRefusal(
  deps: ChangeDeps,
  row: SubscriptionRow,
  { price, payNow, creditsNow }: PlanChange,
): Promise<SubscriptionView> {
  const now = await settled(deps, row);
  if (nextPlanOf(now) === price.planId) return viewSubscription(now);
  throw new Refusal("plan/changed", { payNowMinor: payNow.amountMinor, creditsNow });
}

function isExpected(
  { payNow, creditsNow }: Pick<PlanChange, "payNow" | "creditsNow">,
  expected: PlanChangeRequest["expected"],
): boolean {
  return payNow.amountMinor === expected.payNowMinor && creditsNow === expected.creditsNow;
}

/**
 * The processor gives back time at the price it has. Where that is one that waits for the renewal, the price that was paid
 * is put back before, and the waiting one again if the upgrade does not come about.
 */
async function upgrade(
  deps: ChangeDeps,
  row: SubscriptionRow,
  change: PlanChange,
  requestId: RequestId,
): Promise<void> {
  const { payments } = deps;
  const processorId = processorIdOf(row);
  const { processorPrice, at } = change;
  const setRenewal = async (price: SubscriptionRow["price"], step: string) =>
    payments.setRenewalPrice(processorId, await ensureProcessorPrice(deps, price), `${requestId}.${step}`);
  try {
    if (row.renewalPrice !== null) {
      await setRenewal(row.price, "put-back");
      const { amountMinor } = (await payments.previewChange(processorId, processorPrice, at)).payNow;
      if (amountMinor !== change.payNow.amountMinor)
        throw new Refusal("plan/changed", { payNowMinor: amountMinor, creditsNow: change.creditsNow });
    }
    await payments.changeNow(processorId, processorPrice, at, `${requestId}.change`);
  } catch (error) {
    const isRefused = error instanceof PaymentRefused;
    if (!isRefused && !(error instanceof Refusal)) throw error;
    if (row.renewalPrice !== null) await setRenewal(row.renewalPrice, "wait-again");
    throw isRefused ? new Refusal("order/not-payable", { reason: error.message }) : error;
  }
}

function processorIdOf({ id, stripeSubscriptionId }: SubscriptionRow): string {
  if (stripeSubscriptionId === null) throw new Error(`${id} is not known to the processor`);
  return stripeSubscriptionId;
}
