import { idPrefixes, type MemberId, type RequestId, type SubscriptionId } from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { settleSubscription } from "../subscriptions/settle-subscription.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import { demoMember } from "./people.ts";

type MembershipDeps = Pick<Deps, "db" | "clock" | "payments" | "log" | "originOf" | "settings">;

const storefront = "modelmyimage";
const requestId = `${idPrefixes.request}_${"de30".padStart(32, "0")}` as RequestId;
/** Stripe's test card that is always good: https://docs.stripe.com/testing. */
const card = { method: "card", number: "4242 4242 4242 4242", email: demoMember.email };

/**
 * Subscribes the demo's member of ModelMyImage, where generating asks for it, and pays as a person does at the sandbox's
 * page. Who has subscribed once, and perhaps cancelled since, is left as they are.
 * @returns false where the sandbox is not there to be paid at.
 */
export async function seedMembership(deps: MembershipDeps): Promise<boolean> {
  const where = { storefront_email: { storefront, email: demoMember.email } } as const;
  const { id, subscriptions } = await deps.db.rows.member.findUniqueOrThrow({
    where,
    include: { subscriptions: { where: { state: { not: "placed" } } } },
  });
  if (subscriptions.length > 0) return true;
  const sandbox = deps.settings.SANDBOX_URL;
  if (sandbox === undefined || !(await answers(sandbox))) return false;
  await buy(deps, { memberId: id as MemberId, sandbox });
  return true;
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function buy(
  deps: MembershipDeps,
  { memberId, sandbox }: { memberId: MemberId; sandbox: string },
): Promise<void> {
  const [plan] = storefronts[storefront].plans;
  if (plan === undefined) throw new Error(`${storefront} sells no plan`);
  const actor = { kind: "member", memberId, storefront } as const;
  const { id } = await subscribe(deps, actor, { requestId, planId: plan.id, asksToStart: true });
  const { stripeSessionId } = await deps.db.rows.subscription.findUniqueOrThrow({ where: { id } });
  const paid = await fetch(`${sandbox}/checkout/${stripeSessionId}/pay`, {
    method: "POST",
    body: new URLSearchParams(card),
    redirect: "manual",
  });
  if (paid.status >= 400) throw new Error(`the sandbox took no payment for ${id}: ${paid.status}`);
  await settleSubscription(deps, { subscriptionId: id satisfies SubscriptionId });
}
