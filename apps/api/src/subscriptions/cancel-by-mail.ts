import type { Tx } from "@covenant/db";
import { type CancellationRequest, Refusal, type StaffActor, type SubscriptionFile } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { carryOutCancellation } from "./carry-out-cancellation.ts";
import { fileOfSubscription } from "./list-subscriptions.ts";
import { lockSubscription, type SubscriptionRow } from "./lock-subscription.ts";
import { planCancellation } from "./plan-cancellation.ts";
import { settleSubscription } from "./settle-subscription.ts";

type CancelDeps = Pick<Deps, "db" | "clock" | "payments" | "log">;
type Command = { actor: StaffActor; request: CancellationRequest; at: Date };

const act = "subscription.cancel-by-mail";

/**
 * Cancels as of the arrival of a member's mail, and pays back what was charged since: cancellation, refunds, act and the
 * mail that confirms it are one transaction, and the processor is told by a job. The same request sent twice is one.
 * @throws Refusal "thing/not-found"; as `planCancellation`.
 */
export async function cancelByMail(
  deps: CancelDeps,
  actor: StaffActor,
  request: CancellationRequest,
): Promise<SubscriptionFile> {
  const { subscriptionId } = request;
  // A renewal may have been charged of which nobody has told us yet.
  await settleSubscription(deps, { subscriptionId });
  return deps.db.transaction(async (tx) => {
    const command = { actor, request, at: deps.clock.now() };
    const row = await lockSubscription(tx, subscriptionId);
    if (row === null) throw new Refusal("thing/not-found", { thing: "subscription" });
    if (!(await wasDone(tx, command))) await cancel(tx, row, command);
    return fileOfSubscription((await lockSubscription(tx, subscriptionId)) ?? row);
  });
}

async function wasDone(tx: Tx, { request: { requestId, subscriptionId: subject } }: Command): Promise<boolean> {
  const facts = { path: ["requestId"], equals: requestId };
  return (await tx.rows.act.findFirst({ where: { act, subject, facts }, select: { id: true } })) !== null;
}

async function cancel(tx: Tx, row: SubscriptionRow, { actor, request, at }: Command): Promise<void> {
  const arrival = { channel: "mail", receivedAt: new Date(request.receivedAt), now: at } as const;
  const plan = await planCancellation(tx, row, arrival);
  const { note, requestId } = request;
  await carryOutCancellation(tx, row, { plan, actor, act, note, at, facts: { requestId } });
}
