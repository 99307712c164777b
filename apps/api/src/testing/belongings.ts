import {
  type ArrivalId,
  type AttemptId,
  type CaseId,
  type HoldId,
  type KillSwitchId,
  type MemberActor,
  newId,
  type OrderId,
  type RefundId,
} from "@covenant/domain";
import { termsInForce } from "@covenant/policy";
import { settleWarning } from "../disputes/settle-warning.ts";
import { quoteGeneration } from "../generations/quote-generation.ts";
import { readAttempt } from "../generations/read-attempt.ts";
import { runAttempt } from "../generations/run-attempt.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { requestPasswordReset } from "../members/request-password-reset.ts";
import { signUp } from "../members/sign-up.ts";
import { placeOrder } from "../orders/place-order.ts";
import { settleOrder } from "../orders/settle-order.ts";
import { receiveEvent } from "../payment-events/receive-event.ts";
import { writeDay } from "../reconciliation/write-day.ts";
import { previewRefund } from "../refunds/preview-refund.ts";
import { proposeRefund } from "../refunds/propose-refund.ts";
import { stopTarget } from "../routing/stop-target.ts";
import { codeOfStep, stepAt } from "../staff/totp.ts";
import { settleSubscription } from "../subscriptions/settle-subscription.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import { accountCases, appealed, barredPicture, closedAccount, sanctions } from "./conduct-belongings.ts";
import { confirmationToken, resetToken } from "./mail-box.ts";
import { plantUpload } from "./plant-upload.ts";
import { type Belongings, comparedDay } from "./sample-inputs.ts";
import type { ScriptedPayments } from "./scripted-payments.ts";
import { testMember, testStaff, testTotpSecret } from "./test-people.ts";
import type { TestStudio } from "./test-studio.ts";

/** A new member of Image-AI.run with one of everything, made by the commands that make them. */
export async function belongingsOf(
  studio: TestStudio,
  payments: ScriptedPayments,
): Promise<Belongings & { actor: MemberActor }> {
  const { deps } = studio;
  const actor = await studio.member(1000);
  const { memberId, storefront } = actor;
  const { email } = await deps.db.rows.member.findUniqueOrThrow({ where: { id: memberId } });
  const order = { requestId: newId("request"), packId: "iai-100", method: "card", asksToStart: true } as const;
  const generationId = await studio.request(actor);
  const { holdId } = await deps.db.rows.generation.findUniqueOrThrow({ where: { id: generationId } });
  const { staffId: _, email: staffEmail } = await testStaff(deps);
  return {
    actor,
    storefront,
    memberId,
    email,
    quoteId: (await quoteGeneration(deps, actor, { modelId: "z-image" })).quoteId,
    artifactId: await deliveredArtifact(studio, actor),
    generationId,
    holdId: holdId as HoldId,
    ...(await arrived(studio, actor)),
    orderId: (await placeOrder(deps, actor, order)).id,
    paidOrderId: await paidOrder(studio, payments, actor),
    transferredRefundId: await transferredRefund(studio, payments, actor),
    ...(await proposals(studio, payments, actor)),
    ...(await paidSubscription(studio, payments, actor)),
    apiKeyId: (await createApiKey(deps, actor, { requestId: newId("request"), name: "first" })).key.id,
    ...(await mailedLinks(studio)),
    ...(await barredPicture(studio, actor)),
    moneyCaseId: await openMoneyCase(studio, payments, actor),
    ...(await sanctions(studio, actor)),
    ...(await accountCases(studio, actor)),
    ...(await appealed(studio, actor)),
    closedEmail: await closedAccount(studio),
    eventId: await foreignEvent(studio),
    killSwitchId: await stoppedModel(studio),
    staffEmail,
    staffCode: codeOfStep(testTotpSecret, stepAt(deps.clock.now())).code,
  };
}

/** An upload, and the arrival it was made of: asked for again, that answers the upload. */
async function arrived({ deps }: TestStudio, actor: MemberActor): Promise<Pick<Belongings, "uploadId" | "arrivalId">> {
  const uploadId = await plantUpload(deps, actor);
  const { arrivalId } = await deps.db.rows.upload.findUniqueOrThrow({ where: { id: uploadId } });
  return { uploadId, arrivalId: arrivalId as ArrivalId };
}

/** Ids in the same shape that nobody ever had. */
export function nobodys(of: Belongings): Belongings {
  return {
    ...of,
    memberId: newId("member"),
    quoteId: newId("quote"),
    generationId: newId("generation"),
    holdId: newId("hold"),
    artifactId: newId("artifact"),
    uploadId: newId("upload"),
    arrivalId: newId("arrival"),
    orderId: newId("order"),
    paidOrderId: newId("order"),
    subscriptionId: newId("subscription"),
    apiKeyId: newId("apiKey"),
    caseId: newId("case"),
    imprintId: newId("imprint"),
    pictureBarId: newId("pictureBar"),
    moneyCaseId: newId("case"),
    accountCaseId: newId("case"),
    emptyCaseId: newId("case"),
    limitId: newId("sanction"),
    closingId: newId("sanction"),
    appealId: newId("appeal"),
    eventId: "evt_nobodys",
    killSwitchId: newId("killSwitch"),
  };
}

async function deliveredArtifact(studio: TestStudio, actor: MemberActor) {
  const generationId = await studio.request(actor);
  await runAttempt(studio.deps, { generationId });
  const attempt = await studio.deps.db.rows.attempt.findFirstOrThrow({ where: { generationId } });
  await readAttempt(studio.deps, { attemptId: attempt.id as AttemptId });
  const { id } = await studio.deps.db.rows.artifact.findFirstOrThrow({ where: { generationId } });
  return id as Belongings["artifactId"];
}

async function stoppedModel({ deps }: TestStudio): Promise<KillSwitchId> {
  const actor = await testStaff(deps, { role: "admin" });
  const stop = { kind: "model", target: "modelmyimage/low-fidelity", reason: "A sample." } as const;
  return (await stopTarget(deps, actor, stop)).killSwitchId;
}

async function paidOrder(
  { deps }: TestStudio,
  payments: ScriptedPayments,
  actor: MemberActor,
  packId = "iai-100",
): Promise<OrderId> {
  const request = { requestId: newId("request"), packId, method: "card", asksToStart: true } as const;
  const { id, price } = await placeOrder(deps, actor, request);
  payments.say(id, { kind: "paid", paymentIntentId: `pi_${id}`, amount: price });
  await settleOrder(deps, { orderId: id });
  return id;
}

/** An order of so much that a refund asks for a second person, and two more of which one is proposed. */
async function proposals(
  studio: TestStudio,
  payments: ScriptedPayments,
  actor: MemberActor,
): Promise<Pick<Belongings, "largeOrderId" | "proposalId" | "otherProposalId">> {
  const { staffId } = await testStaff(studio.deps, { role: "support" });
  const propose = async () => {
    const orderId = await paidOrder(studio, payments, actor, "iai-1000");
    const question = { orderId, ground: "billing-error", chosen: null } as const;
    const { moves: expected } = await previewRefund(studio.deps, question);
    const request = { ...question, requestId: newId("request"), note: "A sample.", expected };
    const staff = { kind: "staff", staffId, roles: ["support"] } as const;
    return (await proposeRefund(studio.deps, staff, request)).proposalId;
  };
  const largeOrderId = await paidOrder(studio, payments, actor, "iai-1000");
  return { largeOrderId, proposalId: await propose(), otherProposalId: await propose() };
}

/** A refund that a person sent to a bank account, since the card took none. */
async function transferredRefund(
  studio: TestStudio,
  payments: ScriptedPayments,
  actor: MemberActor,
): Promise<RefundId> {
  const { rows } = studio.deps.db;
  const { memberId, storefront } = actor;
  const id = newId("refund");
  const amount = { amountMinor: 0, currency: "USD", reclaimed: 0 };
  const why = { requestId: newId("request"), ground: "billing-error", note: "A sample." };
  const orderId = await paidOrder(studio, payments, actor);
  const data = { id, storefront, memberId, orderId, ...why, ...amount, way: "transfer", state: "succeeded" };
  const at = studio.deps.clock.now();
  await rows.refund.create({ data: { ...data, askedAt: at, endedAt: at } });
  return id;
}

async function paidSubscription(
  { deps }: TestStudio,
  payments: ScriptedPayments,
  actor: MemberActor,
): Promise<Pick<Belongings, "subscriptionId" | "subscriptionRequestId" | "afterSubscribing">> {
  const requestId = newId("request");
  const { id } = await subscribe(deps, actor, { requestId, planId: "iai-starter", asksToStart: true });
  payments.paySubscription(id, deps.clock.now());
  await settleSubscription(deps, { subscriptionId: id });
  return { subscriptionId: id, subscriptionRequestId: requestId, afterSubscribing: deps.clock.now().toISOString() };
}

async function openMoneyCase(studio: TestStudio, payments: ScriptedPayments, actor: MemberActor): Promise<CaseId> {
  const orderId = await paidOrder(studio, payments, actor);
  const processorId = `issfr_${orderId}`;
  payments.sayWarning({ processorId, paymentIntentId: `pi_${orderId}`, fraudType: "made_with_lost_card" });
  await settleWarning(studio.deps, { processorId });
  const { id } = await studio.deps.db.rows.case.findUniqueOrThrow({ where: { causeId: processorId } });
  return id as CaseId;
}

/** An event that nobody could use, and a day that was compared. */
async function foreignEvent({ deps }: TestStudio): Promise<string> {
  const id = `evt_${newId("request").slice(4)}`;
  const about = { noun: "checkout", processorId: `cs_${id}` } as const;
  const event = { id, type: "checkout.session.completed", apiVersion: deps.payments.apiVersion, payload: { about } };
  await receiveEvent(deps, { ...event, occurredAt: deps.clock.now(), about });
  await writeDay(deps, { day: comparedDay, matched: 0, sums: [], settled: [], found: [] });
  return id;
}

/** Links mailed to somebody else, so that opening one changes nothing of this member. */
async function mailedLinks({ deps }: TestStudio): Promise<Pick<Belongings, "confirmToken" | "resetToken">> {
  const email = `${newId("member").slice(-10)}@member.test`;
  const person = { email, password: "correct horse battery", bornOn: "1990-05-31", country: "DE" };
  const acceptedTermsVersion = termsInForce("image-ai-run", deps.clock.now()).version;
  await signUp(deps, "image-ai-run", { ...person, acceptedTermsVersion });
  const confirmToken = await confirmationToken(deps, email);
  const { email: forgetful } = await testMember(deps);
  await requestPasswordReset(deps, { storefront: "image-ai-run", email: forgetful });
  return { confirmToken, resetToken: await resetToken(deps, forgetful) };
}
