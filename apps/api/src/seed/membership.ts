import {
  idPrefixes,
  type MemberActor,
  type MemberId,
  type RequestId,
  type StorefrontId,
  type SubscriptionId,
  storefrontIds,
} from "@covenant/domain";
import { storefronts } from "@covenant/storefronts";
import type { Deps } from "../deps.ts";
import { settleSubscription } from "../subscriptions/settle-subscription.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import { demoMember } from "./people.ts";

type MembershipDeps = Pick<Deps, "db" | "clock" | "payments" | "log" | "originOf" | "settings">;

/** Stripe's test card that is always good: https://docs.stripe.com/testing. */
const card = { method: "card", number: "4242 4242 4242 4242", email: demoMember.email };

/**
 * Subscribes the demo's member wherever a storefront says that they begin so, and pays as a person does at the sandbox's
 * page. Who has subscribed once, and perhaps cancelled since, is left as they are.
 * @returns false where the sandbox is not there to be paid at.
 */
export async function seedMembership(deps: MembershipDeps): Promise<boolean> {
  const paid = await Promise.all(storefrontIds.map((storefront) => seedPlan(deps, storefront)));
  return paid.every(Boolean);
}

async function seedPlan(deps: MembershipDeps, storefront: StorefrontId): Promise<boolean> {
  const planId = storefronts[storefront].demo.plan;
  if (planId === null) return true;
  const where = { storefront_email: { storefront, email: demoMember.email } } as const;
  const { id, subscriptions } = await deps.db.rows.member.findUniqueOrThrow({
    where,
    include: { subscriptions: { where: { state: { not: "placed" } } } },
  });
  if (subscriptions.length > 0) return true;
  const sandbox = deps.settings.SANDBOX_URL;
  if (sandbox === undefined || !(await answers(sandbox))) return false;
  await buy(deps, { actor: { kind: "member", memberId: id as MemberId, storefront }, planId, sandbox });
  return true;
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

type Purchase = { actor: MemberActor; planId: string; sandbox: string };

async function buy(deps: MembershipDeps, { actor, planId, sandbox }: Purchase): Promise<void> {
  const requestId = requestOf(actor.storefront);
  const { id } = await subscribe(deps, actor, { requestId, planId, asksToStart: true });
  const { stripeSessionId } = await deps.db.rows.subscription.findUniqueOrThrow({ where: { id } });
  const paid = await fetch(`${sandbox}/checkout/${stripeSessionId}/pay`, {
    method: "POST",
    body: new URLSearchParams(card),
    redirect: "manual",
  });
  if (paid.status >= 400) throw new Error(`the sandbox took no payment for ${id}: ${paid.status}`);
  await settleSubscription(deps, { subscriptionId: id satisfies SubscriptionId });
}

/** The same at every run, so that a purchase whose answer was lost is not made twice. */
function requestOf(storefront: StorefrontId): RequestId {
  return `${idPrefixes.request}_${`de3${storefrontIds.indexOf(storefront)}`.padStart(32, "0")}` as RequestId;
}
