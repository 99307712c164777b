import { newId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { viewCaseFile } from "../decisions/view-case-file.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { readApiKey } from "../keys/read-api-key.ts";
import { testConduct } from "../testing/test-conduct.ts";
import { confirmAccountCase, dismissAccountCase } from "./decide-account-case.ts";
import { listConduct } from "./open-conduct-case.ts";
import { previewDecision } from "./preview-decision.ts";

let stage: Awaited<ReturnType<typeof testConduct>>;

beforeAll(async () => {
  stage = await testConduct();
});
beforeEach(() => stage.next());
afterAll(async () => {
  expect(await stage.studio.audit()).toEqual([]);
  await stage.studio.deps.close();
});

describe("a case", () => {
  it("blames nobody when it is opened, is opened once, and is about what the terms forbid", async () => {
    const requestId = newId("request");
    const answers = await Promise.all([1, 2, 3].map(() => stage.opened("evasion", { requestId })));
    expect(new Set(answers).size).toBe(1);
    await expect(stage.opened("evasion")).rejects.toMatchObject({
      code: "case/already-open",
      facts: { caseId: answers[0] },
    });
    await expect(stage.opened("resale")).rejects.toMatchObject({ code: "request/invalid" });
    const tomorrow = { occurredOn: stage.inDays(1).toISOString().slice(0, 10) };
    await expect(stage.opened("fraud", tomorrow)).rejects.toMatchObject({ facts: { field: "occurredOn" } });
    expect(await stage.standing()).toMatchObject({ weight: 0, strikes: [], sanctions: [] });
    expect(await stage.mails()).toEqual([]);
    expect((await listConduct(stage.studio.deps, stage.member.memberId)).map(({ kind }) => kind)).not.toContain(
      "resale",
    );
  });

  it("does what the preview showed, word for word, and writes who did it under which ruling", async () => {
    await stage.strikes(2);
    const caseId = await stage.opened("evasion");
    const { plan } = await stage.confirmed(caseId, {}, stage.moderator);
    expect(plan).toMatchObject({
      sanction: "suspension",
      endsAt: stage.inDays(7).toISOString(),
      strikeWeight: 1,
      weightAfter: 3,
    });
    expect((await stage.mails()).at(-1)).toMatchObject({
      subject: "Image-AI.run: your account is suspended",
      body: expect.stringContaining(plan.statement),
    });
    for (const part of [
      "Seen in the log.",
      "IAI-11.1",
      "No machine took part",
      "the link in the mail",
      "183 days",
      "LAW-REASONS",
    ])
      expect(plan.statement).toContain(part);

    const { strikes: shown, weight, sanctions: imposed, next } = await stage.standing();
    expect(weight).toBe(plan.weightAfter);
    expect(shown[0]).toMatchObject({ weight: 1, state: "counting", clause: { id: "IAI-i20" }, generationId: null });
    expect(imposed).toMatchObject([
      { kind: "suspension", state: "in-force", statement: plan.statement, endsAt: plan.endsAt },
    ]);
    expect(next.explanation).toContain("suspend");
    const rulings = await stage.studio.deps.db.rows.ruling.findMany({
      where: { caseId },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    expect(rulings.map(({ question }) => question)).toEqual(["conduct", "conduct", "ladder", "suspensionNotice"]);
    expect(await stage.actsOn(caseId)).toEqual(["case.open", "case.confirmed"]);
    expect(await stage.actsOn(stage.member.memberId)).toEqual(["sanction.suspension"]);
    const file = await viewCaseFile(stage.studio.deps, stage.moderator, caseId);
    expect(file).toMatchObject({
      kind: "account",
      state: "decided",
      canDecide: false,
      decision: { outcome: "confirmed" },
    });
  });

  it("puts a breach of long ago on record, counts it for nothing, and says so to both", async () => {
    const caseId = await stage.opened("evasion");
    const ended = `Its time ended on ${stage.spelled(180)}, so it counts for nothing.`;
    stage.days(200);
    const asked = { caseId, finding: "established", danger: null } as const;
    const plan = await previewDecision(stage.studio.deps, stage.moderator, asked);
    expect(plan).toMatchObject({ sanction: "warning", strikeWeight: 1, weightAfter: 0 });
    expect(plan.effects[0]).toBe(`A strike of weight 1 goes on record. ${ended}`);
    expect(plan.statement).toContain(ended);
    const request = { requestId: newId("request"), ...asked, digest: plan.digest, note: "As seen." };
    await confirmAccountCase(stage.studio.deps, stage.moderator, request);
    expect((await stage.mails()).at(-1)?.body).toContain(ended);
    expect(await stage.standing()).toMatchObject({ weight: 0, strikes: [{ state: "expired" }] });
  });

  it("speaks of keys only where members have some", async () => {
    const says = async () => {
      await stage.strikes(2);
      const caseId = await stage.opened("evasion");
      const asked = { caseId, finding: "established", danger: null } as const;
      return (await previewDecision(stage.studio.deps, stage.moderator, asked)).effects.join(" ");
    };
    expect(await says()).toContain("nothing new can be started.");
    await stage.next("apimodels");
    expect(await says()).toContain("nothing new can be started, by any key either.");
  });

  it("does nothing when the record moved since the preview", async () => {
    const caseId = await stage.opened("evasion");
    const asked = { caseId, finding: "established", danger: null } as const;
    const { digest, sanction } = await previewDecision(stage.studio.deps, stage.moderator, asked);
    expect(sanction).toBe("warning");
    await stage.strikes(1);
    const request = { requestId: newId("request"), ...asked, digest, note: "As seen." };
    const moved = { code: "sanction/plan-changed", facts: { sanction: "limit" } };
    await expect(confirmAccountCase(stage.studio.deps, stage.moderator, request)).rejects.toMatchObject(moved);
    expect(await stage.sanctions()).toEqual([]);
    expect(await stage.actsOn(caseId)).toEqual(["case.open"]);
  });

  it("is decided once, whoever answers at the same moment", async () => {
    const caseId = await stage.opened("evasion");
    const asked = { caseId, finding: "established", danger: null } as const;
    const { digest } = await previewDecision(stage.studio.deps, stage.moderator, asked);
    const request = { requestId: newId("request"), ...asked, digest, note: "As seen." };
    await Promise.all([1, 2, 3].map(() => confirmAccountCase(stage.studio.deps, stage.moderator, request)));
    expect(await stage.sanctions()).toHaveLength(1);
    const other = { requestId: newId("request"), caseId, note: "No." };
    const decided = { code: "case/already-decided", facts: { outcome: "confirmed" } };
    await expect(dismissAccountCase(stage.studio.deps, stage.moderator, other)).rejects.toMatchObject(decided);
  });

  it("leaves no trace on the record when it is dismissed, and tells nobody", async () => {
    const caseId = await stage.opened("fraud");
    await dismissAccountCase(stage.studio.deps, stage.moderator, {
      requestId: newId("request"),
      caseId,
      note: "Nothing in it.",
    });
    expect(await stage.standing()).toMatchObject({ weight: 0, strikes: [], sanctions: [] });
    expect(await stage.mails()).toEqual([]);
    expect(await stage.opened("fraud")).not.toBe(caseId);
  });

  it("suspends on suspicion at apimodels.app, and elsewhere has nothing to confirm", async () => {
    await stage.next("apimodels");
    const caseId = await stage.opened("fraud");
    const { plan } = await stage.confirmed(caseId, { finding: "suspected" }, stage.moderator);
    expect(plan).toMatchObject({ sanction: "suspension", strikeWeight: 0, endsAt: stage.inDays(14).toISOString() });
    await stage.next();
    const other = await stage.opened("fraud");
    await expect(stage.confirmed(other, { finding: "suspected" })).rejects.toMatchObject({ code: "sanction/not-due" });
  });

  it("ends the keys of who lost one, and blames nobody", async () => {
    await stage.next("apimodels");
    const { secret } = await createApiKey(stage.studio.deps, stage.member, {
      requestId: newId("request"),
      name: "one",
    });
    const { plan } = await stage.confirmed(await stage.opened("leaked-key"), {}, stage.moderator);
    expect(plan).toMatchObject({ sanction: "keys-end", strikeWeight: 0 });
    await expect(readApiKey(stage.studio.deps.db, `Bearer ${secret}`)).rejects.toMatchObject({ code: "key/revoked" });
    expect(await stage.standing()).toMatchObject({ strikes: [], sanctions: [] });
  });

  it("leaves out how it was noticed where saying so would help a further breach", async () => {
    const { plan } = await stage.confirmed(await stage.opened("evasion"), { danger: "aids-breach" });
    expect(plan.statement).not.toContain("Seen in the log.");
    expect(plan.statement).toContain("IAI-a54");
  });
});
