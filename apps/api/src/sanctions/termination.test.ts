import { getBalance } from "@covenant/db";
import { formatCredits, newId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { previewDecision } from "../conduct/preview-decision.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { readApiKey } from "../keys/read-api-key.ts";
import { placeOrder } from "../orders/place-order.ts";
import { settleOrder } from "../orders/settle-order.ts";
import { endClosed } from "../subscriptions/end-closed.ts";
import { settleSubscription } from "../subscriptions/settle-subscription.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import { testConduct } from "../testing/test-conduct.ts";
import { testPassword } from "../testing/test-people.ts";
import { type TestSite, testSite } from "../testing/test-site.ts";
import { carryOutTerminations } from "./carry-out-termination.ts";
import { withdrawTermination } from "./undo-sanction.ts";

let stage: Awaited<ReturnType<typeof testConduct>>;
let site: TestSite;

beforeAll(async () => {
  stage = await testConduct();
  site = await testSite(stage.studio.deps);
});
beforeEach(() => stage.next());
afterAll(async () => {
  expect(await stage.studio.audit()).toEqual([]);
  await site.app.close();
  await stage.studio.deps.close();
});

describe("a closing", () => {
  const repeated = async () => {
    await stage.strikes(8);
    return stage.opened("repeated-breaches");
  };

  it("is for administrators alone", async () => {
    const caseId = await repeated();
    const plan = await previewDecision(stage.studio.deps, stage.moderator, {
      caseId,
      finding: "established",
      danger: null,
    });
    expect(plan).toMatchObject({ sanction: "termination", missing: "member.terminate" });
    await expect(stage.confirmed(caseId, {}, stage.moderator)).rejects.toMatchObject({
      code: "staff/capability-missing",
    });
    expect(await stage.sanctions()).toEqual([]);
  });

  it("comes after its notice, suspends until then, and takes the balance where a clause says so", async () => {
    const { secret } = await createApiKey(stage.studio.deps, stage.member, {
      requestId: newId("request"),
      name: "one",
    });
    const cookie = await site.memberCookie(stage.member.memberId);
    const { plan } = await stage.confirmed(await repeated());
    expect(plan.endsAt).toBe(stage.inDays(14).toISOString());
    expect(plan.statement).toContain(`closed on ${stage.spelled(14)}`);
    expect(plan.clauses.map(({ id }) => id)).toEqual(expect.arrayContaining(["IAI-11.2", "IAI-8.6", "IAI-3.6"]));
    expect(plan.statement).not.toContain("Your account is closed");
    await expect(stage.studio.request(stage.member)).rejects.toMatchObject({
      code: "member/suspended",
      facts: { explanation: expect.stringContaining(`closed on ${stage.spelled(14)}`) },
    });
    stage.days(13.9);
    expect(await carryOutTerminations(stage.studio.deps)).toBe(0);
    expect((await stage.standing()).sanctions).toMatchObject([{ kind: "termination", state: "noticed" }]);

    stage.days(0.1);
    await Promise.all([carryOutTerminations(stage.studio.deps), carryOutTerminations(stage.studio.deps)]);
    expect(await getBalance(stage.studio.deps.db, stage.member.memberId)).toEqual({ available: 0, held: 0, frozen: 0 });
    expect((await site.query("standing.mine", undefined, { cookie })).status).toBe(401);
    await expect(readApiKey(stage.studio.deps.db, `Bearer ${secret}`)).rejects.toMatchObject({ code: "key/revoked" });
    expect((await stage.actsOn(stage.member.memberId)).filter((act) => act === "member.closed")).toHaveLength(1);
    expect((await stage.mails()).filter(({ subject }) => subject.endsWith("your account is closed"))).toHaveLength(1);
    const answer = await site.mutate("members.signIn", { email: await stage.email(), password: testPassword }, {});
    expect(answer.status).toBe(403);
    expect(JSON.stringify(answer.body)).toContain("repeated attempts");
  });

  it("takes no balance while a purchase can still be withdrawn from", async () => {
    const request = { requestId: newId("request"), packId: "iai-100", method: "card", asksToStart: true } as const;
    const { id, price } = await placeOrder(stage.studio.deps, stage.member, request);
    stage.payments.say(id, { kind: "paid", paymentIntentId: `pi_${id}`, amount: price });
    await settleOrder(stage.studio.deps, { orderId: id });
    const caseId = await repeated();
    const asked = { caseId, finding: "established", danger: "security" } as const;
    const plan = await previewDecision(stage.studio.deps, stage.admin, asked);
    expect(plan.forfeits).toBe(0);
    expect(plan.clauses.map(({ id }) => id)).toContain("LAW-WITHDRAWAL");
    stage.days(20);
    expect(await previewDecision(stage.studio.deps, stage.admin, asked)).toMatchObject({ forfeits: 200 });
  });

  it("takes no balance at a storefront without such a clause", async () => {
    await stage.next("apimodels");
    const { plan } = await stage.confirmed(await repeated(), { danger: "security" });
    expect(plan.forfeits).toBe(0);
    expect(plan.effects.join(" ")).toContain("not taken");
    expect(await getBalance(stage.studio.deps.db, stage.member.memberId)).toMatchObject({ available: 100 });
    expect((await stage.sanctions())[0]?.termination).toMatchObject({
      credits: "left",
      carriedOutAt: expect.any(Date),
    });
  });

  it("comes at once for fraud after a suspension, and forfeits exactly what was shown", async () => {
    await stage.confirmed(await stage.opened("fraud"));
    expect(await stage.sanctions()).toMatchObject([{ kind: "suspension" }]);
    const { plan } = await stage.confirmed(await stage.opened("malware"));
    expect(plan).toMatchObject({ sanction: "termination", forfeits: 100 });
    const told = (await stage.mails()).filter(({ body }) => body.includes(plan.statement));
    expect(told.map(({ subject }) => subject)).toEqual(["Image-AI.run: your account is closed"]);
    expect(await getBalance(stage.studio.deps.db, stage.member.memberId)).toMatchObject({ available: 0 });
    expect(
      (await stage.studio.deps.db.rows.member.findUniqueOrThrow({ where: { id: stage.member.memberId } })).closedAt,
    ).not.toBeNull();
  });

  it("names the credits that an open case holds, and leaves them to it", async () => {
    stage.studio.hear(null);
    await stage.studio.request(stage.member, { prompt: "a standin-hate" });
    const { held } = await getBalance(stage.studio.deps.db, stage.member.memberId);
    expect(held).toBeGreaterThan(0);
    const { plan } = await stage.confirmed(await repeated(), { danger: "security" });
    const sentence = `Held by open cases: ${formatCredits(held)}. They end as their case decides: spent, or lost like the rest.`;
    expect(plan.effects).toContain(sentence);
    expect(plan.statement).toContain(sentence);
    expect((await stage.mails()).at(-1)?.body).toContain(sentence);
    expect(await getBalance(stage.studio.deps.db, stage.member.memberId)).toEqual({ available: 0, held, frozen: 0 });
  });

  it("ends the subscription with the account, and says so", async () => {
    const request = { requestId: newId("request"), planId: "iai-starter", asksToStart: true };
    const { id } = await subscribe(stage.studio.deps, stage.member, request);
    stage.payments.paySubscription(id, stage.studio.deps.clock.now());
    await settleSubscription(stage.studio.deps, { subscriptionId: id });
    await stage.confirmed(await repeated(), { danger: "security" });
    expect(await endClosed(stage.studio.deps)).toBe(1);
    expect(await endClosed(stage.studio.deps)).toBe(0);
    const row = await stage.studio.deps.db.rows.subscription.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: "cancelling", cancelledBy: "account-closed" });
    expect((await stage.mails()).at(-1)?.body).toContain("Your account is closed, and your subscription with it.");
  });

  it("is withdrawn before its day, and then nothing happens on it", async () => {
    await stage.confirmed(await repeated());
    const request = {
      requestId: newId("request"),
      sanctionId: await stage.lastSanction(),
      wasWrong: false,
      note: "The objection is right.",
    };
    await withdrawTermination(stage.studio.deps, stage.admin, request);
    expect((await stage.mails()).at(-1)?.body).toContain("You can start anything again.");
    stage.days(15);
    expect(await carryOutTerminations(stage.studio.deps)).toBe(0);
    await stage.studio.request(stage.member);
    expect((await stage.standing()).sanctions).toMatchObject([{ state: "undone" }]);
  });

  it("leaves an earlier suspension in force when it is withdrawn, and says so", async () => {
    await stage.confirmed(await stage.opened("fraud"));
    await stage.strikes(8);
    await stage.confirmed(await stage.opened("evasion"));
    const closing = { requestId: newId("request"), sanctionId: await stage.lastSanction(), wasWrong: false };
    await withdrawTermination(stage.studio.deps, stage.admin, { ...closing, note: "The objection is right." });
    expect((await stage.mails()).at(-1)?.body).toBe(
      `The closing of your account is withdrawn. Another suspension is in force and lasts until ${stage.spelled(30)}: nothing new can be started.`,
    );
    await expect(stage.studio.request(stage.member)).rejects.toMatchObject({ code: "member/suspended" });
  });

  it("lets nobody write a sanction that no person decided", async () => {
    const caseId = await stage.opened("evasion");
    const row = { id: newId("sanction"), storefront: stage.member.storefront, memberId: stage.member.memberId, caseId };
    const undecided = {
      ...row,
      rulingId: newId("ruling"),
      kind: "suspension",
      clauseId: "IAI-11.1",
      statement: "None.",
      imposedAt: stage.studio.deps.clock.now(),
    };
    const written = stage.studio.deps.db.rows.sanction.create({ data: { ...undecided, conduct: "evasion" } });
    await expect(written).rejects.toThrow();
  });

  it("keeps a statement of reasons as it was given", async () => {
    await stage.confirmed(await repeated());
    const id = await stage.lastSanction();
    const rewritten = stage.studio.deps.db.rows.sanction.update({ where: { id }, data: { statement: "Other." } });
    await expect(rewritten).rejects.toThrow();
  });
});
