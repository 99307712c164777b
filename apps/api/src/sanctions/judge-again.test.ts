import { newId } from "@covenant/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decideCase } from "../decisions/decide-case.ts";
import { viewCase } from "../decisions/view-case.ts";
import { testAppeals } from "../testing/test-appeals.ts";

let stage: Awaited<ReturnType<typeof testAppeals>>;

beforeAll(async () => {
  stage = await testAppeals();
});
beforeEach(() => stage.next());
afterAll(async () => {
  expect(await stage.studio.audit()).toEqual([]);
  await stage.deps.close();
});

const openFiles = () =>
  stage.deps.db.rows.case.findMany({
    where: { memberId: stage.member.memberId, kind: "account", state: "open" },
    orderBy: { id: "asc" },
  });
const overturn = async (caseId: Awaited<ReturnType<typeof stage.blocked>>["caseId"]) => {
  const { effects } = await viewCase(stage.deps, stage.moderator, caseId);
  const request = { caseId, requestId: newId("request"), outcome: "overturned", note: "It was a play." } as const;
  await decideCase(stage.deps, stage.moderator, request);
  return effects.overturn;
};
const blocks = async (count: number) => {
  const made = [];
  for (let each = 0; each < count; each += 1) made.push(await stage.blocked());
  return made;
};
/** The file that the strikes opened, confirmed by a person. */
const confirmedFile = async () => {
  const [file] = await openFiles();
  if (file === undefined) throw new Error("no file was opened");
  return stage.confirmed(file.id as never);
};

describe("strikes that add up", () => {
  it("open one file at the weight of a rung, with the engine's ruling as its answer, and nothing follows by itself", async () => {
    await stage.blocked();
    expect(await openFiles()).toEqual([]);
    await Promise.all([stage.blocked(), stage.blocked(), stage.blocked()]);
    const files = await openFiles();
    expect(files).toMatchObject([{ facts: { conduct: "strikes", openedBy: "rule", attempts: 4 } }]);
    expect(await stage.sanctions()).toEqual([]);
    await stage.studio.request(stage.member);
    const { plan } = await confirmedFile();
    expect(plan).toMatchObject({ sanction: "suspension", strikeWeight: 0, weightAfter: 4 });
    expect(plan.clauses.map(({ id }) => id)).toEqual(expect.arrayContaining(["IAI-a77", "IAI-a58"]));
  });

  it("open it when a person confirms the strike that reaches the rung, and not while it waits", async () => {
    const [one, two] = [await stage.blocked("suspected"), await stage.blocked("suspected")];
    for (const [index, { caseId }] of [one, two].entries()) {
      expect(await openFiles()).toHaveLength(0);
      const request = { caseId, requestId: newId("request"), outcome: "confirmed", note: `Seen ${index}.` } as const;
      await stage.read(stage.moderator, caseId);
      await decideCase(stage.deps, stage.moderator, request);
    }
    expect(await openFiles()).toMatchObject([{ facts: { conduct: "strikes", attempts: 2 } }]);
  });

  it("close their file when they weigh less again", async () => {
    const [one] = await blocks(2);
    expect(await openFiles()).toHaveLength(1);
    const shown = await overturn(one?.caseId as never);
    expect(shown).toContain("The open file about the account, which rested on this, is closed.");
    expect(await openFiles()).toEqual([]);
  });
});

describe("a sanction whose strikes turn out wrong", () => {
  it("is lifted at once when all of them are, as the preview of the last one says", async () => {
    const [one, two] = await blocks(2);
    await confirmedFile();
    expect(await stage.sanctions()).toMatchObject([{ kind: "limit", undoneAt: null }]);
    await overturn(one?.caseId as never);
    const shown = await overturn(two?.caseId as never);
    expect(shown.join(" ")).toContain(`The warning of ${stage.spelled()} is taken back.`);
    expect(await stage.standing()).toMatchObject({ weight: 0 });
    expect((await stage.sanctions()).map(({ undoneAs }) => undoneAs)).toEqual(["judged-again", "wrong"]);
    expect((await stage.mails()).some(({ body }) => body.includes("Nothing restricts your account any more."))).toBe(
      true,
    );
    expect(await stage.actsOn(stage.member.memberId)).toEqual(
      expect.arrayContaining(["sanction.limit", "sanction.judged-again"]),
    );
  });

  it("becomes milder when some are: a suspension a limit, from the day it began", async () => {
    const made = await blocks(3);
    await confirmedFile();
    await expect(stage.studio.request(stage.member)).rejects.toMatchObject({ code: "member/suspended" });
    const shown = await overturn(made[0]?.caseId as never);
    expect(shown).toContain(
      `The suspension of ${stage.spelled()} is lifted; a limit until ${stage.spelled(14)} stands in its place.`,
    );
    await stage.studio.request(stage.member);
    const [first, second] = await stage.sanctions();
    expect(first).toMatchObject({ kind: "suspension", undoneAs: "judged-again" });
    expect(second).toMatchObject({ kind: "limit", replacesId: first?.id, imposedAt: first?.imposedAt, undoneAt: null });
  });

  it("is shortened when it stays a suspension", async () => {
    const made = await blocks(5);
    await confirmedFile();
    const shown = await overturn(made[0]?.caseId as never);
    expect(shown).toContain(`The suspension of ${stage.spelled()} is shortened: it lasts until ${stage.spelled(7)}.`);
    stage.days(6.9);
    await expect(stage.studio.request(stage.member)).rejects.toMatchObject({ code: "member/suspended" });
    stage.days(0.2);
    await stage.studio.request(stage.member);
  });

  it("makes a later one milder that was severer for its sake", async () => {
    const made = await blocks(2);
    await confirmedFile();
    await stage.confirmed(await stage.opened("evasion"));
    expect((await stage.sanctions()).map(({ kind }) => kind)).toEqual(["limit", "suspension"]);
    for (const { caseId } of made) await overturn(caseId);
    const standing = (await stage.sanctions()).filter(({ undoneAt }) => undoneAt === null);
    expect(standing).toMatchObject([{ kind: "warning", conduct: "evasion" }]);
    await stage.studio.request(stage.member);
  });

  it("ends as a closing before its day, and leaves the suspension that the rest of the record is worth", async () => {
    const made = await blocks(5);
    await stage.strikes(3);
    await confirmedFile();
    expect(await stage.sanctions()).toMatchObject([{ kind: "termination" }]);
    const { appealId } = await stage.appeal(made[0]?.generationId as never);
    await stage.answered(appealId, "upheld");
    const [closing, instead] = await stage.sanctions();
    expect(closing?.termination).toMatchObject({ withdrawnAt: expect.any(Date) });
    expect(instead).toMatchObject({ kind: "suspension", endsAt: stage.inDays(30) });
  });
});
