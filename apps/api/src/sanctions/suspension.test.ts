import { getBalance } from "@covenant/db";
import { type GenerationId, newId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { previewDecision } from "../conduct/preview-decision.ts";
import { cancelStopped } from "../generations/cancel-stopped.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { readApiKey } from "../keys/read-api-key.ts";
import { expireStrikes } from "../standing/expire-strikes.ts";
import { readRecord } from "../standing/read-record.ts";
import { testConduct } from "../testing/test-conduct.ts";
import { type TestSite, testSite } from "../testing/test-site.ts";
import { liftSanction, withdrawTermination } from "./undo-sanction.ts";

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

describe("a limit and a suspension", () => {
  it("limits to one generation at a time, and no longer once lifted", async () => {
    await stage.strikes(1);
    const { plan } = await stage.confirmed(await stage.opened("evasion"));
    expect(await stage.sanctions()).toMatchObject([{ kind: "limit", running: 1 }]);
    expect(plan.effects).toContain(`The account is limited until ${stage.spelled(14)}: 1 generation at a time.`);
    await stage.studio.request(stage.member);
    await expect(stage.studio.request(stage.member)).rejects.toMatchObject({
      code: "generation/too-many-running",
      facts: { most: 1 },
    });
    const lift = {
      requestId: newId("request"),
      sanctionId: await stage.lastSanction(),
      wasWrong: false,
      note: "Settled.",
    };
    await liftSanction(stage.studio.deps, stage.moderator, lift);
    await stage.studio.request(stage.member);
  });

  it("cuts off pages and keys at once, and gives back what waits", async () => {
    const { secret } = await createApiKey(stage.studio.deps, stage.member, {
      requestId: newId("request"),
      name: "one",
    });
    const queued = await stage.studio.request(stage.member);
    await stage.strikes(2);
    await stage.confirmed(await stage.opened("evasion"));
    const suspended = { code: "member/suspended" };
    await expect(stage.studio.request(stage.member)).rejects.toMatchObject(suspended);
    const { actor } = await readApiKey(stage.studio.deps.db, `Bearer ${secret}`);
    await expect(stage.studio.request(actor)).rejects.toMatchObject(suspended);
    await Promise.all([cancelStopped(stage.studio.deps, stage.member), cancelStopped(stage.studio.deps, stage.member)]);
    expect(await generation(queued)).toMatchObject({ state: "cancelled", reason: "account-stopped" });
    expect(await getBalance(stage.studio.deps.db, stage.member.memberId)).toMatchObject({ available: 100, held: 0 });
  });

  it("lets a suspended member read, and ends by itself", async () => {
    await stage.strikes(2);
    await stage.confirmed(await stage.opened("evasion"));
    const cookie = await site.memberCookie(stage.member.memberId);
    for (const path of ["standing.mine", "credits.balance", "orders.list"])
      expect((await site.query(path, path === "orders.list" ? {} : undefined, { cookie })).status).toBe(200);
    stage.days(6.9);
    await expect(stage.studio.request(stage.member)).rejects.toMatchObject({ code: "member/suspended" });
    stage.days(0.1);
    await stage.studio.request(stage.member);
    expect((await stage.standing()).sanctions).toMatchObject([{ state: "over" }]);
  });

  it("is lifted by a person, once, on record, and the member hears of it", async () => {
    await stage.strikes(2);
    await stage.confirmed(await stage.opened("evasion"));
    const request = {
      requestId: newId("request"),
      sanctionId: await stage.lastSanction(),
      wasWrong: false,
      note: "A mistake.",
    };
    await Promise.all([1, 2].map(() => liftSanction(stage.studio.deps, stage.moderator, request)));
    await stage.studio.request(stage.member);
    expect((await stage.standing()).sanctions).toMatchObject([{ state: "undone" }]);
    expect(await stage.actsOn(stage.member.memberId)).toEqual(["sanction.suspension", "sanction.lift"]);
    expect((await stage.mails()).at(-1)).toMatchObject({
      subject: expect.stringContaining("lifted"),
      body: "Your suspension is lifted. You can start anything again.",
    });
    const withdrawn = withdrawTermination(stage.studio.deps, stage.admin, request);
    await expect(withdrawn).rejects.toMatchObject({ code: "thing/not-found" });
  });

  it("does not promise that anything can start while something else is in force", async () => {
    await stage.strikes(1);
    await stage.confirmed(await stage.opened("evasion"));
    await stage.confirmed(await stage.opened("evasion"));
    const lifted = await stage.lastSanction();
    await stage.confirmed(await stage.opened("evasion"));
    const lift = (sanctionId: typeof lifted) =>
      liftSanction(stage.studio.deps, stage.moderator, {
        requestId: newId("request"),
        sanctionId,
        wasWrong: false,
        note: "Settled.",
      });
    await lift(lifted);
    expect((await stage.sanctions()).map(({ kind }) => kind)).toEqual(["limit", "suspension", "suspension"]);
    expect((await stage.mails()).at(-1)?.body).toBe(
      `Your suspension is lifted. Another suspension is in force and lasts until ${stage.spelled(30)}: nothing new can be ` +
        `started. A limit is in force until ${stage.spelled(14)}: 1 generation at a time.`,
    );
    await lift(await stage.lastSanction());
    expect((await stage.mails()).at(-1)?.body).toBe(
      `Your suspension is lifted. A limit is in force until ${stage.spelled(14)}: 1 generation at a time.`,
    );
  });

  it("counts as an earlier sanction when it was lifted early, since it was right", async () => {
    await stage.confirmed(await stage.opened("fraud"));
    const request = { requestId: newId("request"), sanctionId: await stage.lastSanction(), note: "Settled." };
    await liftSanction(stage.studio.deps, stage.moderator, { ...request, wasWrong: false });
    const record = await readRecord(stage.studio.deps.db, stage.member.memberId, stage.studio.deps.clock.now());
    expect(record).toEqual({ weight: 3, earlier: "suspension" });
  });

  it("calls a warning given, and nothing that is over", async () => {
    await stage.confirmed(await stage.opened("evasion"));
    expect((await stage.standing()).sanctions).toMatchObject([{ kind: "warning", state: "given", running: null }]);
  });

  it("is taken back with its strike when the decision was wrong, also after its end, under the ruling that says so", async () => {
    await stage.confirmed(await stage.opened("fraud"));
    stage.days(31);
    const request = {
      requestId: newId("request"),
      sanctionId: await stage.lastSanction(),
      note: "Two people mixed up.",
    };
    const lifted = liftSanction(stage.studio.deps, stage.moderator, { ...request, wasWrong: false });
    await expect(lifted).rejects.toMatchObject({ code: "sanction/not-due" });
    await liftSanction(stage.studio.deps, stage.moderator, { ...request, wasWrong: true });
    expect(await stage.standing()).toMatchObject({
      weight: 0,
      strikes: [{ state: "void" }],
      sanctions: [{ state: "undone" }],
    });
    const where = { memberId: stage.member.memberId, question: "appeal" };
    expect(await stage.studio.deps.db.rows.ruling.findMany({ where })).toMatchObject([{ outcome: "overturned" }]);
    const again = await previewDecision(stage.studio.deps, stage.admin, {
      caseId: await stage.opened("evasion"),
      finding: "established",
      danger: null,
    });
    expect(again, "what was undone is no sanction before").toMatchObject({ sanction: "warning", weightAfter: 1 });
  });

  it("weighs no strike that waits or is void", async () => {
    const { memberId, storefront } = stage.member;
    const expiresAt = stage.inDays(365);
    const row = { memberId, storefront, clauseId: "IAI-2.3", category: "", conduct: "fraud", weight: 3, expiresAt };
    const imposedAt = stage.studio.deps.clock.now();
    for (const state of ["pending", "void", "expired"])
      await stage.studio.deps.db.rows.strike.create({ data: { id: newId("strike"), ...row, imposedAt, state } });
    expect(await readRecord(stage.studio.deps.db, memberId, stage.studio.deps.clock.now())).toEqual({
      weight: 0,
      earlier: "none",
    });
    expect((await stage.standing()).strikes).toHaveLength(3);
  });

  it("stops counting strikes on their day, whether or not anything noticed", async () => {
    await stage.confirmed(await stage.opened("evasion"));
    stage.days(179.9);
    expect((await stage.standing()).weight).toBe(1);
    stage.days(0.1);
    expect(await stage.standing()).toMatchObject({ weight: 0, strikes: [{ state: "expired" }] });
    expect(await expireStrikes(stage.studio.deps)).toBeGreaterThan(0);
    expect(await stage.standing()).toMatchObject({ weight: 0, strikes: [{ state: "expired" }] });
  });
});

function generation(id: GenerationId) {
  return stage.studio.deps.db.rows.generation.findUniqueOrThrow({ where: { id } });
}
